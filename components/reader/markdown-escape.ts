/** What could begin a tag, or a character reference, or does so with the text that comes next. */
const TAG_START = /<(?![\s\d=])/g;
const REFERENCE_START = /&(?=#?\w*(?:;|$))/g;

/** Text without what a reader of Markdown takes for HTML; every reader knows these two references. */
export const withoutTags = (text: string): string =>
	text.replace(REFERENCE_START, "&amp;").replace(TAG_START, "&lt;");

/** Whatever means something in HTML or in Markdown, or ends a line. */
const MEANINGFUL = /[&<>"*_`~[\]\\|$\n\r]/g;

/** Text for HTML in Markdown: what means something in either is a character reference. */
export const withReferences = (text: string): string =>
	text.replace(MEANINGFUL, (character) => `&#${character.charCodeAt(0)};`);

/** An address as the target of a link in Markdown; undefined where it leads nowhere. */
export function toTarget(address: string | null): string | undefined {
	if (!address || !URL.canParse(address)) return undefined;
	return new URL(address).href
		.replace(/[()\\`<>|\s]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
		.replace(/&(?=#?\w+;)/g, "&amp;");
}

/** The attributes that a table or a formula can't do without. */
const ATTRIBUTES = ["colspan", "rowspan", "start", "display", "href", "src", "alt"];

/**
 * Part of a sanitised text as HTML that can stand in Markdown: on one line, without a character in its text that
 * means something there, whether it is read as HTML or as Markdown.
 */
export function toHtml(node: Node): string {
	if (node instanceof Text) return withReferences(node.data);
	if (!(node instanceof Element)) return "";
	const { localName } = node;
	const content = [...node.childNodes].map(toHtml).join("");
	const isInner = node.getAttribute("href")?.startsWith("#");
	if (isInner) return content;
	const attributes = ATTRIBUTES.flatMap((name) => {
		const value = node.getAttribute(name);
		return value === null ? [] : ` ${name}="${withReferences(value)}"`;
	});
	const start = `<${localName}${attributes.join("")}>`;
	return ["br", "img", "hr", "wbr", "col"].includes(localName) ? start : `${start}${content}</${localName}>`;
}
