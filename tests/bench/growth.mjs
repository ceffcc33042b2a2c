import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openBringing } from "./bring.mjs";
import { HEADLINE } from "./first-headline.mjs";
import { measureInTurn, withProfiles } from "./in-turn.mjs";
import { paintOf, popupsList, readersList } from "./lists.mjs";
import { openMarking } from "./mark.mjs";
import { drawGrowth } from "./plot.mjs";
import { LARGE, SMALL } from "./profile.mjs";
import { against } from "./result.mjs";
import { openSearching, SEARCH_ARGS } from "./search.mjs";

const COUNTS = [SMALL, 5_000, 15_000, LARGE];
const ROUNDS = 9;
const PLOTS = "docs/plots";

/**
 * What is plotted, by the name of its file; `budget` is the most that the ratio may be at the end.
 * @type {Record<string, { title: string, open: import("./in-turn.mjs").OpenProbe, budget: number | null, args?: string[], local?: boolean }>}
 */
const FIGURES = {
	"new-tab": {
		title: "New tab: the first headline",
		open: paintOf("/newtab.html", HEADLINE),
		budget: 1.2,
	},
	popup: { title: "Popup: its list", open: popupsList, budget: 1.2 },
	reader: { title: "Reader: its list", open: readersList, budget: 1.2 },
	mark: { title: "Marking one read, on every surface", open: openMarking, budget: 1.2 },
	search: { title: "Search: a key to its list", open: openSearching, budget: null, args: SEARCH_ARGS },
	refresh: {
		title: "A refresh that brings 20 headlines",
		open: openBringing,
		budget: 1.2,
		local: true,
	},
};

/**
 * How each cost grows with what is kept, each figure against its own with fewest; plotted in docs/plots.
 * @param {import("./profile.mjs").Where} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureGrowth(where) {
	await mkdir(PLOTS, { recursive: true });
	const results = [];
	for (const [name, { title, open, budget, args = [], local = false }] of Object.entries(FIGURES)) {
		const figures = await withProfiles(
			{ ...where, args },
			COUNTS,
			(all) => measureInTurn(all, open, ROUNDS),
			{
				local,
			},
		);
		const ratios = figures.map((figure) => figure / figures[0]);
		await writeFile(join(PLOTS, `${name}.svg`), drawGrowth({ title, counts: COUNTS, ratios, budget }));
		for (const [at, count] of COUNTS.entries())
			if (at > 0)
				results.push(
					against(
						`growth, ${name}: ${count} kept against ${SMALL}`,
						[figures[0], figures[at]],
						count === LARGE ? budget : null,
					),
				);
	}
	return results;
}
