/** The scheme that old feed buttons use, in front of a bare host or of a whole address. */
const FEED_SCHEME = /^feed:(?:\/\/)?/i;
/** Digits behind a colon are a port, and what stands before it a host. */
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;

/** What an address that begins with `feed:` stands for; any other as it is, but for the blanks around it. */
export function withoutFeedScheme(written: string): string {
	const address = written.trim();
	const bare = address.replace(FEED_SCHEME, "");
	return bare !== address && !SCHEME.test(bare) ? `https://${bare}` : bare;
}
