import { ADDRESS_LIMIT } from "../model/web-address";

/** A scheme that is written out, as in `https://`. */
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** The schemes that old feed and podcast buttons use, in front of a bare host or of a whole address. */
const FEED_SCHEME = /^(?:feed|itpc|pcast|rss):(?:\/\/)?(?=\S)/i;
/** What mails and chats write around an address. */
const WRAPPING = /^["'<“‘«]+|["'>”’»]+$/g;
/** A field that had "https://" in it already. */
const SECOND_SCHEME = /^https?:\/\/(?=https?:\/\/)/i;
/** Hosts on this machine, which hardly ever speak https. */
const LOCAL_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?=$|[:/?#])/i;

/** Somebody's name on Mastodon and its kin, as in `@someone@example.org`. */
const HANDLE = /^@([^@/\s]+)@([^@/\s]+)$/;

/**
 * Whether what came without a scheme looks like an address: `example.org` does, `example` doesn't, and
 * `someone@example.org` is somebody's, not a site's.
 */
const isLikelySite = ({ hostname, username }: URL) =>
	username === "" && (hostname === "localhost" || /[^.]\.[^.]|^\[/.test(hostname));

/**
 * Reads what a person pastes or types as a feed's or a site's address. Without a scheme it takes https,
 * on this machine http; `feed:` and its kin are looked through, and a handle leads to its page; user names,
 * passwords and fragments are dropped, because a request can't carry them. Answers undefined where it is no
 * address of the web, or one that is longer, once it is written out, than any that is taken.
 */
export function readAddress(text: string): URL | undefined {
	const unwrapped = text.trim().replace(WRAPPING, "").replace(SECOND_SCHEME, "");
	const bare = unwrapped.replace(FEED_SCHEME, "").replace(HANDLE, "$2/@$1");
	const hasScheme = SCHEME.test(bare);
	const scheme = LOCAL_HOST.test(bare) ? "http" : "https";
	const whole = hasScheme ? bare : `${scheme}://${bare}`;
	if (!URL.canParse(whole)) return undefined;
	const url = new URL(whole);
	if (!/^https?:$/.test(url.protocol)) return undefined;
	if (!hasScheme && !isLikelySite(url)) return undefined;
	url.username = "";
	url.password = "";
	url.hash = "";
	return url.href.length > ADDRESS_LIMIT ? undefined : url;
}
