/** A picture is drawn at 656 CSS pixels at most: twice as many do for dense screens, and fewer for the rest. */
const WANTED_PIXELS = 1_200;
const WANTED_DENSITY = 2;

interface Candidate {
	url: string;
	width?: number;
	density?: number;
}

/** Reads `srcset`: an address may hold commas, but none at its end (HTML, section 4.8.4.2.2). */
function readCandidates(srcset: string): Candidate[] {
	const found: Candidate[] = [];
	// White space at the end would be tried from each of its places.
	const candidates = srcset.trim().matchAll(/[\s,]*(?:(\S+),(?=\s|$)|(\S+)((?:\s+[^,\s]+)*))/g);
	for (const [, alone, address = "", descriptors = ""] of candidates) {
		const url = (alone ?? address).replace(/(?<!,),+$/, "");
		if (url === "") continue;
		const [, number, unit] = /^\s*([\d.]+)([wx])/.exec(descriptors) ?? [];
		found.push({ url, ...(number && { [unit === "w" ? "width" : "density"]: Number(number) }) });
	}
	return found;
}

/** The smallest that is big enough, else the biggest. */
function choose(
	candidates: Candidate[],
	wanted: number,
	sizeOf: (one: Candidate) => number,
): string | undefined {
	const sorted = candidates.toSorted((a, b) => sizeOf(a) - sizeOf(b));
	return (sorted.find((one) => sizeOf(one) >= wanted) ?? sorted.at(-1))?.url;
}

/** The one address of a `srcset` that suits an article; undefined where there is none. */
export function bestOf(srcset: string): string | undefined {
	const candidates = readCandidates(srcset).filter(({ url }) => !url.startsWith("data:"));
	const wide = candidates.filter(({ width }) => width !== undefined);
	return wide.length > 0
		? choose(wide, WANTED_PIXELS, ({ width = 0 }) => width)
		: choose(candidates, WANTED_DENSITY, ({ density = 1 }) => density);
}
