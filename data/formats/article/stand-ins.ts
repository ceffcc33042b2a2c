import { readImageSize } from "../image-size";

/** A data URL that is longer holds a picture. */
const LONG = 600;
/** One that is shorter may hold an icon or a formula: with fewer bytes, or a smaller side, there is nothing in it. */
const LEAST_BYTES = 100;
const LEAST_PIXELS = 8;
/** What is drawn takes about a byte for a few pixels; an even colour takes one for hundreds. */
const MOST_PIXELS_A_BYTE = 20;

/** The ending is looked for first: from each of many such words on, it would take their number squared. */
const NAME =
	/\/(?=[^/?]*\.(?:gif|png|svg|webp)(?:\?|$))[^/?]*?(?:placeholder|lazyload|lazy-load|grey|loading)/i;
const DRAWN = /<(?:path|circle|ellipse|line|polyline|polygon|text|image|use)\b/i;
const DATA = /^data:image\/(png|gif|svg\+xml)\s*((?:;[^,;]*)*),(.*)$/is;

/** The bytes of a data URL after its comma; undefined where they can't be had. */
function bytesOf(text: string, isBase64: boolean): Uint8Array | undefined {
	try {
		const plain = decodeURIComponent(text);
		return Uint8Array.from(isBase64 ? atob(plain) : plain, (character) => character.charCodeAt(0));
	} catch {
		return undefined;
	}
}

/** Whether a short data URL holds something to be looked at; JPEG and WebP are so short only as blurred previews. */
function isDrawn(address: string): boolean {
	const [, kind = "", parameters = "", text = ""] = DATA.exec(address) ?? [];
	const bytes = bytesOf(text, /;\s*base64\s*$/i.test(parameters));
	if (bytes === undefined) return false;
	if (kind.toLowerCase() === "svg+xml") return DRAWN.test(String.fromCharCode(...bytes));
	const { width, height } = readImageSize(bytes) ?? { width: 0, height: 0 };
	return (
		bytes.length >= LEAST_BYTES &&
		Math.min(width, height) >= LEAST_PIXELS &&
		width * height <= bytes.length * MOST_PIXELS_A_BYTE
	);
}

/** Whether an address is that of what a page shows only until the real picture comes: an even colour, or nothing. */
export const isStandIn = (address: string): boolean =>
	address.startsWith("data:") ? address.length < LONG && !isDrawn(address) : NAME.test(address);

/** Whether it is of one, or so short that where the real picture is at hand it is taken for one. */
export const mayBeStandIn = (address: string | undefined): boolean =>
	address === undefined || (address.startsWith("data:") && address.length < LONG);
