import { guessEncoding } from "./guess";

/**
 * A text is decoded in pieces of so many bytes: a single string of 5 MB is memory that the system first has to
 * find, which took 18 ms of 20 where a piece's memory is used again.
 */
const PIECE_BYTES = 16_384;

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
]);

/** Names that Python, Java and others write, and the Encoding Standard doesn't know. */
const labelled = (label: string): TextDecoder | undefined => {
	const plain = label.trim().toLowerCase().replaceAll("_", "-");
	const known = OTHER_NAMES.get(plain.replaceAll("-", ""));
	if (known) return new TextDecoder(known, { fatal: true });
	const variants = [label, plain, plain.replaceAll("-", ""), plain.replace(/^iso-?8859-?/, "iso-8859-")];
	variants.push(plain.replace(/^(?:cp|ms|win|windows)-?/, "windows-"));
	for (const variant of variants) {
		try {
			return new TextDecoder(variant, { fatal: true });
		} catch {
			// Not a label of the Encoding Standard; the next spelling may be.
		}
	}
	return undefined;
};

/** Where a piece of UTF-8 may end at or before `end`: not inside a character, as far as there are any. */
const characterEnd = (bytes: Uint8Array, end: number): number => {
	for (let at = end; at > end - 4; at--) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return at;
	return end;
};

/** A strict decoder forgives an unfinished character at the end: it is a cut, not a wrong encoding. */
const inPieces = (decoder: TextDecoder, bytes: Uint8Array): string[] => {
	const isUtf8 = decoder.encoding === "utf-8";
	const pieces: string[] = [];
	for (let from = 0, to = 0; from < bytes.length; from = to) {
		to = Math.min(from + PIECE_BYTES, bytes.length);
		const isLast = to === bytes.length;
		if (isUtf8 && !isLast) to = characterEnd(bytes, to);
		// Streams take five times as long.
		const stream = isLast ? decoder.fatal : !isUtf8;
		pieces.push(decoder.decode(bytes.subarray(from, to), { stream }));
	}
	return pieces;
};

const strictly = (decoder: TextDecoder, bytes: Uint8Array): string[] | undefined => {
	try {
		return inPieces(decoder, bytes);
	} catch {
		// The bytes are not in this encoding; as undefined says.
		return undefined;
	}
};

const loosely = (encoding: string, bytes: Uint8Array): string[] =>
	inPieces(new TextDecoder(encoding, { ignoreBOM: encoding === "utf-8" }), bytes);

const utf32 = (bytes: Uint8Array, littleEndian: boolean): string[] => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts: string[] = [];
	for (let at = 0; at + 4 <= bytes.length; at += 4) {
		const point = view.getUint32(at, littleEndian);
		parts.push(point > 0x10ffff ? "\uFFFD" : String.fromCodePoint(point));
	}
	return [parts.join("").replace(/^\uFEFF/, "")];
};

/** By a byte order mark, or else by where the zero bytes of ASCII text stand (XML 1.0, appendix F). */
const wide = (bytes: Uint8Array): string[] | undefined => {
	const [a, b, c, d] = bytes;
	if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? utf32(bytes, true) : loosely("utf-16le", bytes);
	if (a === 0xfe && b === 0xff) return loosely("utf-16be", bytes);
	if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d !== 0))) return utf32(bytes, false);
	if (a !== 0 && b === 0 && c === 0 && d === 0) return utf32(bytes, true);
	if (a === 0 && b !== 0 && c === 0) return loosely("utf-16be", bytes);
	if (a !== 0 && b === 0 && c !== 0 && d === 0) return loosely("utf-16le", bytes);
	return undefined;
};

const declaredIn = (bytes: Uint8Array): string | undefined => {
	const start = loosely("latin1", bytes.subarray(0, DECLARATION_BYTES)).join("");
	return /<\?xml[^>]*?\bencoding\s*=\s*["']\s*([^"'\s>]+)/i.exec(start)?.[1];
};

const wrongShare = (text: string): number => {
	const wrong = text.split("\uFFFD").length - 1;
	const right = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
	return wrong / (wrong + right || 1);
};

/**
 * Turns a feed's bytes into text, in pieces that are parted anywhere; never throws. Trusted in this order: a byte
 * order mark, the pattern of zero bytes, the HTTP charset, the XML declaration (RFC 7303, section 3), as long as
 * the bytes agree; then UTF-8 if they are that; then what the letters look like. Bytes that are wrong become
 * U+FFFD.
 *
 * @param declared the encoding that the document names itself, where that is no XML declaration
 */
export function decodePieces(
	bytes: Uint8Array,
	contentType?: string | null,
	declared: string | undefined = declaredIn(bytes),
): string[] {
	const broad = wide(bytes);
	if (broad !== undefined) return broad;
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return loosely("utf-8", bytes.subarray(3));

	const http = /charset\s*=\s*["']?\s*([^"'\s;]+)/i.exec(contentType ?? "")?.[1];
	const claimed = [http, declared].flatMap((label) => (label && labelled(label)) || []);
	const unicode = strictly(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }), bytes);
	const usable = claimed.filter(({ encoding }) => !encoding.startsWith("utf-16"));
	for (const decoder of usable) {
		// A server's default of Latin-1 against a document that says UTF-8, and is.
		const overruled =
			decoder.encoding === "windows-1252" && usable.some(({ encoding }) => encoding === "utf-8");
		if (unicode !== undefined && (overruled || decoder.encoding === "utf-8")) return unicode;
		const pieces = strictly(decoder, bytes);
		if (pieces !== undefined) return pieces;
	}
	if (unicode !== undefined) return unicode;
	const [trusted] = usable;
	if (trusted) {
		const pieces = loosely(trusted.encoding, bytes);
		if (wrongShare(pieces.join("")) < 0.5) return pieces;
	}
	return loosely(guessEncoding(bytes), bytes);
}

/** The same in one piece. */
export const decode = (...of: Parameters<typeof decodePieces>): string => decodePieces(...of).join("");
