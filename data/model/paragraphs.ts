const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Plain paragraphs as HTML: one `<p>` each, with nothing in them that could be read as markup. */
export function paragraphsAsHtml(paragraphs: readonly string[]): string {
	return paragraphs
		.map((text) => `<p>${text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? character)}</p>`)
		.join("\n");
}
