import { withoutFeedScheme } from "../feed-scheme";

/**
 * An address from an OPML attribute in canonical form, or undefined where it is none that can be fetched:
 * only http and https can. `feed:` is looked through; user name, password and fragment go, because a request
 * can't carry them.
 */
export function opmlAddress(written: string | undefined): string | undefined {
	const address = withoutFeedScheme(written ?? "");
	if (!URL.canParse(address)) return undefined;
	const url = new URL(address);
	if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
	url.username = "";
	url.password = "";
	url.hash = "";
	return url.href;
}
