import { decoded, type Pieces } from "./pieces";

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

/** What bytes say that show their encoding by themselves; undefined for others. */
export const byMark = (bytes: Uint8Array): Pieces | undefined =>
	bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
		? decoded("utf-8", bytes.subarray(3), "loosely")
		: wide(bytes);
