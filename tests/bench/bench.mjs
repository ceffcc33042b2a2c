// npm run bench [-- part…]: one JSON object a line; what could not be measured ends it with an error, a missed budget doesn't.

import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { advice, findChromium } from "../../scripts/browsers.mjs";
import { ensureDependencies, stream } from "../../scripts/process.mjs";
import { measureArticle } from "./article.mjs";
import { measureBackup } from "./backup.mjs";
import { measureBringing } from "./bring.mjs";
import { measureFirstHeadline } from "./first-headline.mjs";
import { measureGrowth } from "./growth.mjs";
import { measureIdle } from "./idle.mjs";
import { measureImport } from "./import-many.mjs";
import { measurePopup, measureReader } from "./lists.mjs";
import { measureMark } from "./mark.mjs";
import { measureMarkAll } from "./mark-all.mjs";
import { measureMemory } from "./memory.mjs";
import { measureReading } from "./reading.mjs";
import { measureRefresh } from "./refresh.mjs";
import { measureSearch } from "./search.mjs";
import { measureSizes } from "./sizes.mjs";
import { measureWorkerStart } from "./worker-start.mjs";

const BUILD = resolve(".output/chrome-mv3");

/**
 * @typedef {object} Result
 * @property {string} bench
 * @property {number} ours
 * @property {number | null} reference What it is compared with, measured in the same run.
 * @property {number | null} budget The most that the ratio may be; without a reference, the most of `ours`.
 * @property {"ms" | "bytes" | "parses" | "writes" | "tasks" | "percent" | "score"} unit
 */

/** @type {Record<string, (where: import("./profile.mjs").Where) => Promise<Result[]>>} */
const PARTS = {
	sizes: ({ build }) => measureSizes(build),
	reading: () => measureReading(),
	newtab: measureFirstHeadline,
	idle: measureIdle,
	popup: measurePopup,
	reader: measureReader,
	search: measureSearch,
	article: measureArticle,
	backup: measureBackup,
	mark: measureMark,
	"mark-all": measureMarkAll,
	bring: measureBringing,
	"worker-start": measureWorkerStart,
	memory: measureMemory,
	import: measureImport,
	refresh: async ({ program, build, folder }) => {
		await cp(build, join(folder, "build"), { recursive: true });
		return measureRefresh({ program, build: join(folder, "build"), profile: join(folder, "profile") });
	},
	growth: measureGrowth,
};

/** It writes the plots of docs/ anew, and so it is done only where it is asked for. */
const WHEN_ASKED = ["growth"];

/** @param {Result} result */
function print({ bench, ours, reference, budget, unit }) {
	const ratio = reference === null ? null : Number((ours / reference).toFixed(3));
	const ok = budget === null || (ratio ?? ours) <= budget;
	console.log(JSON.stringify({ bench, ours, reference, ratio, budget, ok, unit }));
}

const parts = Object.keys(PARTS).filter((name) => !WHEN_ASKED.includes(name));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0)
	throw new Error(`There is no part ${unknown.join(", ")}, only ${Object.keys(PARTS).join(", ")}.`);

if (!(await ensureDependencies())) throw new Error("The dependencies could not be installed.");
const program = await findChromium({ install: true });
if (!program) throw new Error(advice("Chromium"));
// What is measured is what ships, as it is now; its report would stand among the results.
if (!(await stream("npx", ["wxt", "build", "--level", "error"]))) throw new Error("The build failed.");

const profiles = await mkdtemp(join(tmpdir(), "headline-ticker-profiles-"));
const remove = (/** @type {string} */ folder) =>
	rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
try {
	for (const [name, measure] of Object.entries(PARTS)) {
		if (!(wanted.length > 0 ? wanted : parts).includes(name)) continue;
		const folder = await mkdtemp(join(tmpdir(), "headline-ticker-bench-"));
		try {
			for (const result of await measure({ program, build: BUILD, folder, profiles })) print(result);
		} finally {
			await remove(folder);
		}
	}
} finally {
	await remove(profiles);
}
