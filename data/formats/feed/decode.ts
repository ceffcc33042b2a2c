import { guessEncoding } from "./guess";
import { decoded, joined, type Pieces, WrongBytesError } from "./pieces";

const SPACE = 0x20;
const BRACE = 0x7b;
/** How much of the start is searched for an XML declaration; junk may stand before it. */
const DECLARATION_BYTES = 1024;

/** Names that no rule leads from to the Encoding Standard's, without their hyphens. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
	["cp932", "shift_jis"],
	["cp936", "gbk"],
	["cp949", "euc-kr"],
	["cp950", "big5"],
	["eucjp", "euc-jp"],
	["euckr", "euc-kr"],
	["koi8r", "koi8-r"],
	["koi8u", "koi8-u"],
	["maccyrillic", "x-mac-cyrillic"],
	["macroman", "macintosh"],
	["shiftjis", "shift_jis"],
	// What has other bytes than ASCII's isn't that, and is UTF-8 sooner than what the standard takes it for.
	["ansix3.41968", "utf-8"],
	["ascii", "utf-8"],
	["usascii", "utf-8"],
]);

/** An encoding's own name, by one that Python, Java and others may write, and the Encoding Standard doesn't know. */
const labelled = (label: string): string | undefined => {
	const plain = label.trim().toLowerCase().replaceAll("_", "-");
	const known = OTHER_NAMES.get(plain.replaceAll("-", ""));
	if (known) return known;
	const variants = [label, plain, plain.replaceAll("-", ""), plain.replace(/^iso-?8859-?/, "iso-8859-")];
	variants.push(plain.replace(/^(?:cp|ms|win|windows)-?/, "windows-"));
	for (const variant of variants) {
		try {
			return new TextDecoder(variant).encoding;
		} catch {
			// Not a label of the Encoding Standard; the next spelling may be.
		}
	}
	return undefined;
};

const utf32 = (bytes: Uint8Array, littleEndian: boolean): Pieces => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts: string[] = [];
	for (let at = 0; at + 4 <= bytes.length; at += 4) {
		const point = view.getUint32(at, littleEndian);
		parts.push(point > 0x10ffff ? "\uFFFD" : String.fromCodePoint(point));
	}
	return [parts.join("").replace(/^\uFEFF/, "")];
};

/** By a byte order mark, or else by where the zero bytes of ASCII text stand (XML 1.0, appendix F). */
const wide = (bytes: Uint8Array): Pieces | undefined => {
	const [a, b, c, d] = bytes;
	if (a === 0xff && b === 0xfe)
		return c === 0 && d === 0 ? utf32(bytes, true) : decoded("utf-16le", bytes, "loosely");
	if (a === 0xfe && b === 0xff) return decoded("utf-16be", bytes, "loosely");
	if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d !== 0))) return utf32(bytes, false);
	if (a !== 0 && b === 0 && c === 0 && d === 0) return utf32(bytes, true);
	if (a === 0 && b !== 0 && c === 0) return decoded("utf-16be", bytes, "loosely");
	if (a !== 0 && b === 0 && c !== 0 && d === 0) return decoded("utf-16le", bytes, "loosely");
	return undefined;
};

const declaredIn = (bytes: Uint8Array): string | undefined => {
	const start = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES));
	return /<\?xml[^>]*?\bencoding\s*=\s*["']\s*([^"'\s>]+)/i.exec(start)?.[1];
};

/** How much of the text beyond ASCII is wrong. */
const wrongShare = (pieces: Pieces): number => {
	const text = joined(pieces);
	const wrong = text.split("\uFFFD").length - 1;
	const right = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
	return wrong / (wrong + right || 1);
};

/**
 * UTF-8 with a wrong byte here and there has fewer wrong than this. Of texts in fifteen other encodings two thirds
 * to all is wrong as UTF-8, and a third where only twelve letters are looked at.
 */
const MOST_WRONG_IN_UTF8 = 0.25;
/** What is claimed, by a document or by its format, is believed as long as most of it is right. */
const MOST_WRONG_IN_CLAIMED = 0.5;

/** Where a document begins with a bracket, it is JSON. */
const beginsJson = (bytes: Uint8Array): boolean => bytes.find((byte) => byte > SPACE) === BRACE;

const byMark = (bytes: Uint8Array): Pieces | undefined =>
	bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
		? decoded("utf-8", bytes.subarray(3), "loosely")
		: wide(bytes);

/** The encodings that bytes without a mark may be in, the likeliest first. */
const likeliest = (claimed: string[]): Set<string> => {
	const order = claimed.flatMap((encoding) =>
		// A server's default of Latin-1 against a document that says UTF-8, and is.
		encoding === "windows-1252" && claimed.includes("utf-8") ? ["utf-8", encoding] : [encoding],
	);
	return new Set([...order, "utf-8"]);
};

/** What is read of bytes in an encoding; undefined where they turn out not to be in it. */
function readIfRight<Read>(
	bytes: Uint8Array,
	encoding: string,
	read: (text: Pieces) => Read,
): { read: Read } | undefined {
	try {
		return { read: read(decoded(encoding, bytes, "strictly")) };
	} catch (error) {
		if (!(error instanceof WrongBytesError)) throw error;
		return undefined;
	}
}

/**
 * Turns a feed's bytes into text, and gives what `read` makes of that; throws nothing of its own. Trusted in this
 * order: a byte order mark, the pattern of zero bytes, the HTTP charset, the XML declaration (RFC 7303, section
 * 3), as long as the bytes agree; then UTF-8 if they are that, or nearly; then what the letters look like. JSON is
 * UTF-8 whatever is claimed of it (RFC 8259, section 8.1). Bytes that are wrong become U+FFFD.
 *
 * Whether they agree is found out while they are read, which saves decoding them twice: `read` begins anew where
 * they don't, and lets WrongBytesError through.
 *
 * @param declared the encoding that the document names itself, where that is no XML declaration
 */
export function readText<Read>(
	bytes: Uint8Array,
	contentType: string | null | undefined,
	read: (text: Pieces) => Read,
	declared: string | undefined = declaredIn(bytes),
): Read {
	const marked = byMark(bytes);
	if (marked !== undefined) return read(marked);

	const utf8 = decoded("utf-8", bytes, "loosely");
	if (beginsJson(bytes)) {
		const right = readIfRight(bytes, "utf-8", read);
		if (right) return right.read;
		if (wrongShare(utf8) < MOST_WRONG_IN_CLAIMED) return read(utf8);
	}

	const http = /charset\s*=[\s"']*([^"'\s;]+)/i.exec(contentType ?? "")?.[1];
	const claimed = [http, declared]
		.flatMap((label) => (label && labelled(label)) || [])
		.filter((encoding) => !encoding.startsWith("utf-16"));
	for (const encoding of likeliest(claimed)) {
		const right = readIfRight(bytes, encoding, read);
		if (right) return right.read;
	}
	if (wrongShare(utf8) < MOST_WRONG_IN_UTF8) return read(utf8);
	const [trusted] = claimed;
	const text = trusted === undefined ? undefined : decoded(trusted, bytes, "loosely");
	if (text && wrongShare(text) < MOST_WRONG_IN_CLAIMED) return read(text);
	return read(decoded(guessEncoding(bytes), bytes, "loosely"));
}

/** The text itself, in one string. */
export const decode = (bytes: Uint8Array, contentType?: string | null, declared?: string): string =>
	readText(bytes, contentType, joined, declared);
