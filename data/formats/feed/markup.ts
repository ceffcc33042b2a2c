import { escapeAttribute, escapeText } from "../../model/escape";
import { type Element, isElement, type Text } from "./tree";

/** HTML's elements without an end (HTML Standard, section 13.1.2). */
const VOID: ReadonlySet<string> = new Set(
	"area base br col embed hr img input link meta source track wbr".split(" "),
);

/** Makes a plain text into HTML that keeps its paragraphs and lines. */
export const paragraphs = (text: string): string =>
	text
		.trim()
		.split(/\n\s*\n/)
		.map((paragraph) => `<p>${escapeText(paragraph.trim()).replace(/\r?\n/g, "<br>")}</p>`)
		.join("");

const startTag = (local: string, { attributes }: Element): string => {
	let tag = `<${local}`;
	for (const { name, value } of attributes) {
		if (name.startsWith("xml")) continue;
		tag += ` ${name}="${escapeAttribute(value)}"`;
	}
	return `${tag}>`;
};

/** Writes what is in an element as HTML, its namespace prefixes dropped. */
export function innerHtml(element: Element): string {
	let html = "";
	const waiting: (Element | Text)[] = element.nodes.toReversed();
	for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
		// Text outside of CDATA sections is escaped already, as HTML understands it too.
		if (typeof node === "string") html += node;
		else if (!isElement(node)) html += escapeText(node.cdata);
		else {
			const local = node.name.slice(node.name.indexOf(":") + 1);
			html += startTag(local, node);
			if (!VOID.has(local)) waiting.push(`</${local}>`);
			for (const inner of node.nodes.toReversed()) waiting.push(inner);
		}
	}
	return html.trim();
}
