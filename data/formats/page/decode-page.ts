import { decode } from "../feed/decode";

/** How much of a page's start is searched for its encoding: the standard's 1,024 bytes, and some for junk. */
const DECLARATION_BYTES = 4096;
const META = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^"'\s/>;]+)/i;
const COMMENT = /<!--[\s\S]*?-->/g;

/** The encoding that a page names in a `<meta>` (HTML Standard, section 13.2.3.2), as `charset` or `http-equiv`. */
function declaredIn(bytes: Uint8Array): string | undefined {
	const start = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES));
	const label = META.exec(start.replace(COMMENT, ""))?.[1];
	// What could be read so far is no UTF-16, so a page that says so is UTF-8 (the same section).
	return label && /^utf-?16/i.test(label) ? "utf-8" : label;
}

/** Turns a web page's bytes into text; never throws. Whom it trusts in what order, {@link decode} says. */
export const decodePage = (bytes: Uint8Array, contentType: string | null): string =>
	decode(bytes, contentType, declaredIn(bytes));
