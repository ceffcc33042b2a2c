import Turndown from "turndown";
import { toHtml, toTarget, withoutTags, withReferences } from "./markdown-escape";
import { tableToMarkdown } from "./markdown-table";

/** Code between fences that are longer than any in it. */
function toFenced(code: Element): string {
	for (const line of code.querySelectorAll("br")) line.replaceWith("\n");
	const text = code.textContent.replace(/^\n|\n$/g, "");
	const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((fence) => fence.length));
	const fence = "`".repeat(longest + 1);
	return `\n\n${fence}\n${text}\n${fence}\n\n`;
}

/** What ends a code span, or the cell that it is in, before its time. */
const NO_SPAN = /[`|\\]/;

/** Code within a line. */
function toCodeSpan(code: Element): string {
	const text = code.textContent.replace(/\s+/g, " ").trim();
	if (NO_SPAN.test(text)) return `<code>${withReferences(text)}</code>`;
	return text === "" ? "" : `\`${text}\``;
}

/** What writes Markdown. Titles of links and pictures are left out: they are seen where one points at alone. */
function createWriter(): Turndown {
	const writer = new Turndown({ headingStyle: "atx", codeBlockStyle: "fenced", bulletListMarker: "-" });
	const own = writer.escape.bind(writer);
	writer.escape = (text) => withoutTags(own(text)).replace(/^(\d+)\)/, "$1\\)");
	const rule = (name: string, filter: Turndown.Filter, replacement: Turndown.ReplacementFunction) =>
		writer.addRule(name, { filter, replacement });
	// The writer's nodes are elements wherever a rule of ours is for their names.
	const elementOf = (node: Turndown.Node) => node as HTMLElement;

	rule("code", ["pre"], (_, node) => toFenced(elementOf(node)));
	rule("span", ["code"], (_, node) => toCodeSpan(elementOf(node)));
	rule("table", ["table"], (_, node) => tableToMarkdown(elementOf(node), (part) => writer.turndown(part)));
	rule(
		"formula",
		(node) => node.nodeName.toLowerCase() === "math",
		(_, node) => toHtml(elementOf(node)),
	);
	rule("raised", ["sup", "sub"], (content, { nodeName }) => {
		const name = nodeName.toLowerCase();
		return `<${name}>${content}</${name}>`;
	});
	rule("struck", ["del", "s"], (content) => `~~${content}~~`);
	rule("quoted", ["q"], (content) => `“${content}”`);
	rule("pronounced", ["rt"], (content) => ` (${content})`);
	rule("parenthesis", ["rp"], () => "");
	rule("link", ["a"], (content, node) => {
		const target = toTarget(elementOf(node).getAttribute("href"));
		// A link into the text leads nowhere from where this is pasted.
		return target === undefined || content.trim() === "" ? content : `[${content}](${target})`;
	});
	rule("picture", ["img"], (_, node) => {
		const picture = elementOf(node);
		const target = toTarget(picture.getAttribute("src"));
		const words = writer.escape((picture.getAttribute("alt") ?? "").replace(/\s+/g, " ").trim());
		return target === undefined ? words : `![${words}](${target})`;
	});
	return writer;
}

/** Some sanitised elements as Markdown, one after another; they stay as they are. */
export function toMarkdown(parts: readonly HTMLElement[]): string {
	const writer = createWriter();
	return `${parts
		.map((part) => writer.turndown(part))
		.filter(Boolean)
		.join("\n\n")}\n`;
}
