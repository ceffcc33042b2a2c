import { escapeText } from "./escape";

/** Plain paragraphs as HTML: one `<p>` each, with nothing in them that could be read as markup. */
export function paragraphsAsHtml(paragraphs: readonly string[]): string {
	return paragraphs.map((text) => `<p>${escapeText(text)}</p>`).join("\n");
}
