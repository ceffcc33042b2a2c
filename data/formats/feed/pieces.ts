/**
 * A text in pieces that are parted anywhere but in a character. It is decoded anew each time that it is gone
 * through; where its bytes are wrong, and the decoding strict, that throws {@link WrongBytesError}.
 */
export type Pieces = Iterable<string>;

/** Bytes are not in the encoding that they were decoded from. */
export class WrongBytesError extends Error {}

/**
 * A piece's memory is used again for the next: 5 MB take 1 ms, and 20 ms in one string, for which the system has
 * to find memory.
 */
const PIECE_BYTES = 32_768;

/** Where a piece of UTF-8 may end, at or before `end`. */
const characterEnd = (bytes: Uint8Array, end: number): number => {
	for (let at = end; at > end - 4; at--) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return at;
	return end;
};

const LESS = 0x3c;
const SPACE = 0x20;
/** The names of what feeds have many of. */
const ITEMS = ["item", "entry"].map((name) => [...name].map((letter) => letter.charCodeAt(0)));

/**
 * Where a piece ends best: before an item and the white space there, so that no half of one has to be copied to the
 * front of the next. In the second half of what is to be the piece, or else at its end.
 */
const itemStart = (bytes: Uint8Array, from: number, end: number): number => {
	const least = from + PIECE_BYTES / 2;
	const half = bytes.subarray(least, end);
	for (let at = half.lastIndexOf(LESS); at > 0; at = half.lastIndexOf(LESS, at - 1)) {
		if (!ITEMS.some((name) => name.every((code, place) => half[at + 1 + place] === code))) continue;
		while (at > 0 && (half[at - 1] ?? SPACE) <= SPACE) at--;
		return least + at;
	}
	return end;
};

/**
 * Decodes bytes, loosely or strictly: wrong ones become U+FFFD, or throw {@link WrongBytesError}. An unfinished
 * character at the end is a cut, which strictness forgives.
 *
 * @param bytes without a byte order mark, if they are UTF-8
 */
export const decoded = (encoding: string, bytes: Uint8Array, how: "loosely" | "strictly"): Pieces => ({
	*[Symbol.iterator]() {
		const isUtf8 = encoding === "utf-8";
		const decoder = new TextDecoder(encoding, { fatal: how === "strictly", ignoreBOM: isUtf8 });
		for (let from = 0, to = 0; from < bytes.length; from = to) {
			to = Math.min(from + PIECE_BYTES, bytes.length);
			const isLast = to === bytes.length;
			if (!isLast) to = itemStart(bytes, from, to);
			if (isUtf8 && !isLast) to = characterEnd(bytes, to);
			// A stream takes four times as long, and UTF-8 can be parted without.
			const stream = isLast ? decoder.fatal : !isUtf8;
			let piece: string;
			try {
				piece = decoder.decode(bytes.subarray(from, to), { stream });
			} catch {
				// All that decoding throws is a TypeError for wrong bytes.
				throw new WrongBytesError(encoding);
			}
			yield piece;
		}
	},
});

/** The whole text in one string. */
export const joined = (pieces: Pieces): string => [...pieces].join("");
