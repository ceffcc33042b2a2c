/** Orders letters against their nature; no language writes with it, but a name can hide its end behind it. */
const OVERRIDES = /[\u202d\u202e]/g;

/** What begins a run in another direction, and what ends it. */
const OPENING: Record<string, string> = {
	"\u202a": "\u202c",
	"\u202b": "\u202c",
	"\u2066": "\u2069",
	"\u2067": "\u2069",
	"\u2068": "\u2069",
};

/**
 * A line whose directions end where it does: without overrides, and with every embedding and isolate closed, so
 * that what stands after it runs as it would without it (Unicode Standard, Annex 9, section 2).
 */
export function settledDirection(line: string): string {
	if (!/[\u202a-\u202e\u2066-\u2069]/.test(line)) return line;
	const text = line.replace(OVERRIDES, "");
	const open: string[] = [];
	for (const sign of text) {
		const end = OPENING[sign];
		if (end !== undefined) open.push(end);
		else if (sign === open.at(-1)) open.pop();
	}
	return text + open.reverse().join("");
}
