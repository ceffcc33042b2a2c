/** The scheme that old feed buttons use, in front of a bare host or of a whole address. */
const FEED_SCHEME = /^feed:(?:\/\/)?/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * An address from an OPML attribute in canonical form, or undefined where it is none that can be fetched:
 * only http and https can. `feed:` is looked through; user name, password and fragment go, because a request
 * can't carry them.
 */
export function opmlAddress(written: string | undefined): string | undefined {
	const text = written?.trim() ?? "";
	const bare = text.replace(FEED_SCHEME, "");
	const address = bare !== text && !SCHEME.test(bare) ? `https://${bare}` : bare;
	if (!URL.canParse(address)) return undefined;
	const url = new URL(address);
	if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
	url.username = "";
	url.password = "";
	url.hash = "";
	return url.href;
}
