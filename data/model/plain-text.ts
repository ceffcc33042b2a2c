import { decodeHTML } from "entities/decode";

/** Judging and naming a text needs no more than this much of it, in characters. */
export const MAX_READ_LENGTH = 20_000;

/** A name's letters are matched as a whole: given back one by one, they would take their number squared. */
const MARKUP =
	/<!--[\s\S]*?(?:-->|$)|<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?(?=([a-z][^\s<>/]*))\2[^<>]*>|<[!?][^<>]*>/gi;
const BLOCK =
	/^(?:p|div|br|hr|li|ul|ol|dl|dt|dd|h[1-6]|tr|table|blockquote|pre|figure|figcaption|section|article|header|footer|aside|address|details|summary)$/i;

/** Reads HTML as plain text, however long it is, in time that grows with it alone: a line a block, no markup. */
export function wholePlainText(html: string): string {
	const text = html.replace(MARKUP, (_, _dropped, name?: string) => (name && BLOCK.test(name) ? "\n" : ""));
	return decodeHTML(text)
		.replace(/[^\S\n]+/g, " ")
		.replace(/ ?\n[\n ]*/g, "\n")
		.trim();
}

/** The same of the beginning of a text, or of its end. */
export function plainText(html: string, from: "start" | "end" = "start"): string {
	return wholePlainText(from === "start" ? html.slice(0, MAX_READ_LENGTH) : html.slice(-MAX_READ_LENGTH));
}
