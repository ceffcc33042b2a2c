/** Whether a table only puts things beside or below one another, as old pages and newsletters do. */
function isLayout(table: Element): boolean {
	if (table.querySelector("th, caption, colgroup, thead")) return false;
	const rows = [...table.querySelectorAll("tr")];
	const isOneRow = rows.length <= 1;
	const isOneColumn = rows.every((row) => row.children.length <= 1);
	return isOneRow || isOneColumn || table.querySelector("table") !== null;
}

/** The numbers of the lines of code beside them: one below the other, from the first. */
const NUMBERED_LINES = /^\s*1\s+2(?:\s+\d+)*\s*$/;

/** Makes plain blocks of those tables in an inert text that hold no data, innermost first. */
export function flattenLayout(body: Element): void {
	for (const table of [...body.querySelectorAll("table")].reverse()) {
		if (!isLayout(table)) continue;
		const cells = [...table.querySelectorAll("td")].filter(
			(cell) => cell.closest("table") === table && !NUMBERED_LINES.test(cell.textContent),
		);
		const blocks = cells.map((cell) => {
			const block = body.ownerDocument.createElement("div");
			block.append(...cell.childNodes);
			return block;
		});
		table.replaceWith(...blocks);
	}
}
