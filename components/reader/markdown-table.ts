import { toHtml } from "./markdown-escape";

/** What a cell of a table in Markdown can't hold, which is a line of text. */
const TOO_MUCH =
	"table, pre, ul, ol, dl, blockquote, hr, h2, h3, h4, h5, h6, p + p, [colspan]:not([colspan='1']), [rowspan]:not([rowspan='1'])";

/**
 * A table as Markdown has them since GitHub's; one that has more to it, such as cells over several columns, as HTML.
 * `write` makes Markdown of a part.
 */
export function tableToMarkdown(table: Element, write: (part: HTMLElement) => string): string {
	const caption = table.querySelector("caption");
	const above = caption ? `\n\n${write(caption)}` : "";
	if (table.querySelector(TOO_MUCH)) {
		caption?.remove();
		return `${above}\n\n${toHtml(table)}\n\n`;
	}
	const rows = [...table.querySelectorAll("tr")].map((row) => [
		...row.querySelectorAll<HTMLElement>("th, td"),
	]);
	const columns = Math.max(0, ...rows.map((row) => row.length));
	if (columns === 0) return above;
	const line = (cells: readonly string[]) =>
		`| ${Array.from({ length: columns }, (_, at) => cells[at] ?? "").join(" | ")} |`;
	const toCell = (cell: HTMLElement) =>
		write(cell)
			.replace(/\|/g, "&#124;")
			.replace(/ *\n\s*/g, "<br>");
	const written = rows.map((row) => row.map(toCell));
	const hasHead = rows[0]?.every((cell) => cell.matches("th")) ?? false;
	const [head = [], ...others] = hasHead ? written : [[], ...written];
	const rule = line(Array.from({ length: columns }, () => "---"));
	return `${above}\n\n${[line(head), rule, ...others.map(line)].join("\n")}\n\n`;
}
