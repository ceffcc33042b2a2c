/** The host that an address leads to; empty where it leads to none. */
export const hostIn = (address = ""): string => (URL.canParse(address) ? new URL(address).host : "");
