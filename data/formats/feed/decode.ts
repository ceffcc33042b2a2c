import { byMark } from "./byte-mark";
import { encodingOf } from "./encoding-of";
import { guessEncoding } from "./guess";
import { decoded, joined, type Pieces, WrongBytesError } from "./pieces";

const SPACE = 0x20;
const BRACE = 0x7b;
/** How much of the start is searched for an XML declaration; junk may stand before it. */
const DECLARATION_BYTES = 1024;

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
		.flatMap((label) => (label && encodingOf(label)) || [])
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
