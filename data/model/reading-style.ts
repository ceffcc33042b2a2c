import { isWithin, oneOf } from "./stored-choice";

/** How articles are set; see {@link DEFAULT_READING_STYLE}. */
export interface ReadingStyle {
	face: (typeof FACES)[number];
	/** In CSS pixels, at the browser's usual size of text. */
	size: number;
	/** How many characters a line has. */
	measure: number;
	/** The line height, as a multiple of the size. */
	leading: number;
	justify: boolean;
	hyphenate: boolean;
	/** `system` is as on the other pages. */
	theme: (typeof READING_THEMES)[number];
}

/** `low-vision` and `dyslexia` are faces that were made for that. */
export const FACES = ["serif", "sans", "low-vision", "dyslexia"] as const;

/** The colours that an article can be read in. */
export const READING_THEMES = ["system", "light", "sepia", "dark", "black"] as const;

/** The bounds of each number, and the steps by which it is set. */
export const READING_BOUNDS = {
	size: { min: 14, max: 32, step: 1 },
	measure: { min: 40, max: 100, step: 2 },
	leading: { min: 1.2, max: 2.2, step: 0.1 },
} as const;

/** 60 to 75 characters a line are read best (Bringhurst, The Elements of Typographic Style, 2.1.2). */
export const DEFAULT_READING_STYLE: ReadingStyle = {
	face: "serif",
	size: 19,
	measure: 66,
	leading: 1.6,
	justify: false,
	hyphenate: false,
	theme: "system",
};

/** Reads the fields of a style that are there and within their bounds, from storage, a message or a file. */
export function readReadingStyle(stored: unknown): Partial<ReadingStyle> {
	const from: Record<string, unknown> = Object(stored);
	const face = oneOf(FACES, from.face);
	const theme = oneOf(READING_THEMES, from.theme);
	return {
		...(face !== undefined && { face }),
		...(isWithin(READING_BOUNDS.size, from.size) && { size: from.size }),
		...(isWithin(READING_BOUNDS.measure, from.measure) && { measure: from.measure }),
		...(isWithin(READING_BOUNDS.leading, from.leading) && { leading: from.leading }),
		...(typeof from.justify === "boolean" && { justify: from.justify }),
		...(typeof from.hyphenate === "boolean" && { hyphenate: from.hyphenate }),
		...(theme !== undefined && { theme }),
	};
}
