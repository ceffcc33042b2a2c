import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { backUp, restoreFrom } from "./backup.mjs";
import { openBringing } from "./bring.mjs";
import { HEADLINE } from "./first-headline.mjs";
import { openImporting } from "./import-many.mjs";
import { measureInTurn, withProfiles } from "./in-turn.mjs";
import { paintOf, popupsList, readersList } from "./lists.mjs";
import { openMarking } from "./mark.mjs";
import { openMarkingAll } from "./mark-all.mjs";
import { openNewTab, openWorker } from "./memory.mjs";
import { drawGrowth } from "./plot.mjs";
import { LARGE, SMALL } from "./profile.mjs";
import { against } from "./result.mjs";
import { openSearching, SEARCH_ARGS } from "./search.mjs";
import { openWaking } from "./worker-start.mjs";

const COUNTS = [SMALL, 5_000, 15_000, LARGE];
/** What takes long, or is the same each time, is done less often. */
const [ROUNDS, FEW_ROUNDS] = [9, 3];
const PLOTS = "docs/plots";

/**
 * @typedef {object} Figure What is plotted; `budget` is the most that the ratio may be at the end.
 * @property {string} title
 * @property {number | null} budget
 * @property {import("./bench.mjs").Result["unit"]} [unit]
 * @property {(where: import("./profile.mjs").Where) => Promise<number[]>} measure
 */

/**
 * Measures with all sizes in turn.
 * @param {import("./in-turn.mjs").OpenProbe} open
 * @param {{ rounds?: number, args?: string[], local?: boolean }} [how]
 * @returns {Figure["measure"]}
 */
const inTurn =
	(open, { rounds = ROUNDS, args = [], local = false } = {}) =>
	(where) =>
		withProfiles({ ...where, args }, COUNTS, (all) => measureInTurn(all, open, rounds), { local });

/**
 * Measures one size after another, once: each wants browsers of its own.
 * @param {(where: import("./profile.mjs").Where, count: number) => Promise<number>} once
 * @returns {Figure["measure"]}
 */
const once = (once) => async (where) => {
	const figures = [];
	for (const count of COUNTS) figures.push(await once(where, count));
	return figures;
};

const fileOf = (/** @type {import("./profile.mjs").Where} */ { folder }, /** @type {number} */ count) =>
	join(folder, `${count}.zip`);

/** @type {Record<string, Figure>} Each by the name of its file. */
const FIGURES = {
	"new-tab": {
		title: "New tab: the first headline",
		budget: 1.2,
		measure: inTurn(paintOf("/newtab.html", HEADLINE)),
	},
	popup: { title: "Popup: its list", budget: 1.2, measure: inTurn(popupsList) },
	reader: { title: "Reader: its list", budget: 1.2, measure: inTurn(readersList) },
	mark: { title: "Marking one read, on every surface", budget: 1.2, measure: inTurn(openMarking) },
	"mark-all": {
		title: "Marking all read, on every surface",
		budget: null,
		measure: inTurn((opened) => openMarkingAll(opened), { rounds: FEW_ROUNDS }),
	},
	search: {
		title: "Search: a key to its list",
		budget: null,
		measure: inTurn(openSearching, { args: SEARCH_ARGS }),
	},
	refresh: {
		title: "A refresh that brings 20 headlines",
		budget: 1.2,
		measure: inTurn(openBringing, { local: true }),
	},
	"worker-start": {
		title: "Worker: start to first alarm handled",
		budget: 1.2,
		measure: inTurn(openWaking, { local: true }),
	},
	"memory-new-tab": {
		title: "Memory of a new tab",
		budget: 1.2,
		unit: "bytes",
		measure: inTurn(openNewTab, { rounds: FEW_ROUNDS }),
	},
	"memory-worker": {
		title: "Memory of the worker",
		budget: 1.2,
		unit: "bytes",
		measure: inTurn(openWorker, { rounds: FEW_ROUNDS, local: true }),
	},
	import: {
		title: "Importing 2,000 sources",
		budget: null,
		measure: inTurn((opened) => openImporting(opened), { rounds: FEW_ROUNDS }),
	},
	backup: {
		title: "Making a backup of it all",
		budget: null,
		measure: once(async (where, count) => (await backUp(where, count, fileOf(where, count))).made),
	},
	// Of the files that were made for the one before.
	restore: {
		title: "Restoring a backup of it all",
		budget: null,
		measure: once(async (where, count) => {
			const { looked, applied } = await restoreFrom(where, fileOf(where, count));
			return looked + applied;
		}),
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
	for (const [name, { title, budget, unit, measure }] of Object.entries(FIGURES)) {
		const figures = await measure(where);
		const ratios = figures.map((figure) => figure / figures[0]);
		await writeFile(join(PLOTS, `${name}.svg`), drawGrowth({ title, counts: COUNTS, ratios, budget }));
		for (const [at, count] of COUNTS.entries())
			if (at > 0)
				results.push(
					against(
						`growth, ${name}: ${count} kept against ${SMALL}`,
						[figures[0], figures[at]],
						count === LARGE ? budget : null,
						unit,
					),
				);
	}
	return results;
}
