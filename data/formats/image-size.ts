/** A picture's size in pixels. */
export interface ImageSize {
	width: number;
	height: number;
}

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
	String.fromCharCode(...bytes.subarray(at, at + length));

/** PNG, third edition, section 11.2.1. */
const readPng = (bytes: Uint8Array, view: DataView): ImageSize | undefined =>
	ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n" && ascii(bytes, 12, 4) === "IHDR"
		? { width: view.getUint32(16), height: view.getUint32(20) }
		: undefined;

/** GIF89a, section 18. */
const readGif = (bytes: Uint8Array, view: DataView): ImageSize | undefined =>
	/^GIF8[79]a$/.test(ascii(bytes, 0, 6))
		? { width: view.getUint16(6, true), height: view.getUint16(8, true) }
		: undefined;

/** The frame header among the segments of a JPEG (ITU-T T.81, annex B). */
function readJpeg(bytes: Uint8Array, view: DataView): ImageSize | undefined {
	if (view.getUint16(0) !== 0xffd8) return undefined;
	for (let at = 2; bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
		const marker = view.getUint8(at + 1);
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
	}
	return undefined;
}

const uint24 = (view: DataView, at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;

/** WebP in its three forms (RFC 9649, section 2). */
function readWebp(bytes: Uint8Array, view: DataView): ImageSize | undefined {
	if (ascii(bytes, 0, 4) !== "RIFF" || ascii(bytes, 8, 4) !== "WEBP") return undefined;
	switch (ascii(bytes, 12, 4)) {
		case "VP8X":
			return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
		case "VP8L": {
			const bits = view.getUint32(21, true);
			return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
		}
		case "VP8 ":
			return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
		default:
			return undefined;
	}
}

/** An ICO's largest picture; a size of 0 stands for 256. */
function readIco(bytes: Uint8Array, view: DataView): ImageSize | undefined {
	if (view.getUint32(0, true) !== 0x00010000) return undefined;
	const sizes = Array.from({ length: view.getUint16(4, true) }, (_, entry): ImageSize => {
		const at = 6 + entry * 16;
		const start = view.getUint32(at + 12, true);
		// Those of today are PNGs, whose own size counts.
		const png =
			start + 24 <= bytes.length
				? readPng(bytes.subarray(start), new DataView(view.buffer, view.byteOffset + start))
				: undefined;
		return png ?? { width: bytes[at] || 256, height: bytes[at + 1] || 256 };
	});
	return sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
}

/**
 * The size of a picture that is made of pixels, by its own bytes, whatever it is called: PNG, JPEG, GIF, WebP
 * or ICO. Undefined for all else, and so for SVG, which can do more than be looked at.
 */
export function readImageSize(bytes: Uint8Array): ImageSize | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		for (const read of [readPng, readGif, readJpeg, readWebp, readIco]) {
			const size = read(bytes, view);
			if (size) return size;
		}
	} catch (cause) {
		// It ends before its header does.
		if (!(cause instanceof RangeError)) throw cause;
	}
	return undefined;
}
