/** How many rows below its own a row's cells reach, at most; without an end to the last of the section. */
function reachOf(row: Element): number {
	if (!row.querySelector(":scope > [rowspan]")) return 0;
	const spans = [...row.children].map((cell) => Number(cell.getAttribute("rowspan") ?? 1));
	return spans.includes(0) ? Number.POSITIVE_INFINITY : Math.max(1, ...spans.filter(Number.isFinite)) - 1;
}

/**
 * Breaks the sections of an inert table into several of at most so much each, as `weightOf` says of their rows, but
 * not where a cell reaches from one row into the next.
 */
export function breakSections(table: Element, most: number, weightOf: (row: Element) => number): void {
	for (const section of table.querySelectorAll(":scope > tbody")) {
		let current = section;
		let weight = 0;
		let reach = 0;
		for (const row of [...section.children]) {
			const own = weightOf(row);
			if (weight > 0 && weight + own > most && reach <= 0) {
				const next = table.ownerDocument.createElement("tbody");
				current.after(next);
				current = next;
				weight = 0;
			}
			if (current !== section) current.append(row);
			weight += own;
			reach = Math.max(reach - 1, reachOf(row));
		}
	}
}
