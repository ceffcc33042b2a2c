/** The longest address taken in, in characters; browsers stop well before. */
export const ADDRESS_LIMIT = 4096;

/** Whether a text is an address that leads somewhere on the web. */
export const isWeb = (address: string): boolean => URL.canParse(address) && /^https?:/i.test(address);
