import { endsEarly } from "../../model/cut-off";

/** One block of a plain-text digest. */
export interface DigestItem {
	/** The block's first line. */
	title: string;
	/** The lines under it, without the blank ones; empty for a bare headline. */
	paragraphs: string[];
	/** False only where the text breaks off in mid-sentence; a bare headline is complete. */
	complete: boolean;
}

const SEPARATOR = "-";
/** Every line end that an editor may leave, Unicode's own (UAX #14, class BK and NL) included. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** Marks without any width, a byte order mark among them, that copying leaves at the ends of a line. */
const INVISIBLE = /[\u200B\u200E\u200F\u2060\uFEFF]/g;

const isBlank = (line: string): boolean => line.replace(INVISIBLE, "").trim() === "";

/** Whether a line is what parts one block from the next: a hyphen, and nothing else that shows. */
export const isSeparator = (line: string): boolean => line.replace(INVISIBLE, "").trim() === SEPARATOR;

/** The lines of a text, whatever ends them, without the white space around each and without a byte order mark. */
export const linesOf = (text: string): string[] => text.split(LINE_END).map((line) => line.trim());

function itemOf(block: readonly string[]): DigestItem[] {
	const [title, ...paragraphs] = block;
	if (title === undefined) return [];
	return [{ title, paragraphs, complete: paragraphs.length === 0 || !endsEarly(paragraphs.join("\n")) }];
}

/**
 * Reads a plain-text digest: blocks parted by lines that hold only `-`, in each a headline and then, a line
 * each, its paragraphs. Takes any text and never throws; what is no digest comes out as odd headlines, so ask
 * {@link isDigest} first where that matters.
 */
export function readDigest(text: string): DigestItem[] {
	const items: DigestItem[] = [];
	let block: string[] = [];
	for (const line of linesOf(text)) {
		if (isSeparator(line)) {
			items.push(...itemOf(block));
			block = [];
		} else if (!isBlank(line)) {
			block.push(line);
		}
	}
	return [...items, ...itemOf(block)];
}
