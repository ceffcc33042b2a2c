/**
 * A text in pieces that are parted anywhere but in a character. It is decoded anew each time that it is gone
 * through, and throws a TypeError where the bytes are wrong and the decoding strict.
 */
export type Pieces = Iterable<string>;

/**
 * A piece's memory is used again for the next: to decode 5 MB twice takes 2 ms, and to one string, for which the
 * system has to find memory, 20 ms.
 */
const PIECE_BYTES = 16_384;

/** Where a piece of UTF-8 may end, at or before `end`. */
const characterEnd = (bytes: Uint8Array, end: number): number => {
	for (let at = end; at > end - 4; at--) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return at;
	return end;
};

/**
 * Decodes bytes, loosely or strictly: wrong ones become U+FFFD, or throw. An unfinished character at the end is
 * a cut, which strictness forgives.
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
			if (isUtf8 && !isLast) to = characterEnd(bytes, to);
			// A stream takes four times as long, and UTF-8 can be parted without.
			const stream = isLast ? decoder.fatal : !isUtf8;
			yield decoder.decode(bytes.subarray(from, to), { stream });
		}
	},
});

/** Tells whether bytes are in an encoding, by decoding them all. */
export function isIn(encoding: string, bytes: Uint8Array): boolean {
	try {
		for (const _ of decoded(encoding, bytes, "strictly"));
		return true;
	} catch {
		// A strict decoder's TypeError, which is the answer.
		return false;
	}
}

/** The whole text in one string. */
export const joined = (pieces: Pieces): string => [...pieces].join("");
