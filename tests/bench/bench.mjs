// npm run bench [-- part…]: one JSON object a line; what could not be measured ends it with an error, a missed budget doesn't.

import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { advice, findChromium } from "../../scripts/browsers.mjs";
import { ensureDependencies, stream } from "../../scripts/process.mjs";
import { measureArticle } from "./article.mjs";
import { measureBackup } from "./backup.mjs";
import { measureFirstHeadline } from "./first-headline.mjs";
import { measureIdle } from "./idle.mjs";
import { measurePopup, measureReader } from "./lists.mjs";
import { measureReading } from "./reading.mjs";
import { measureRefresh } from "./refresh.mjs";
import { measureSearch } from "./search.mjs";
import { measureSizes } from "./sizes.mjs";

const BUILD = resolve(".output/chrome-mv3");

/**
 * @typedef {object} Result
 * @property {string} bench
 * @property {number} ours
 * @property {number | null} reference What it is compared with, measured in the same run.
 * @property {number | null} budget The most that the ratio may be; without a reference, the most of `ours`.
 * @property {"ms" | "bytes" | "parses" | "writes" | "tasks" | "percent" | "score"} unit
 */

/** Where a part measures: its folder is its own. */
/** @typedef {{ program: string, build: string, folder: string }} Where */

/** @type {Record<string, (where: Where) => Promise<Result[]>>} */
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
	refresh: async ({ program, build, folder }) => {
		await cp(build, join(folder, "build"), { recursive: true });
		return measureRefresh({ program, build: join(folder, "build"), profile: join(folder, "profile") });
	},
};

/** @param {Result} result */
function print({ bench, ours, reference, budget, unit }) {
	const ratio = reference === null ? null : Number((ours / reference).toFixed(3));
	const ok = budget === null || (ratio ?? ours) <= budget;
	console.log(JSON.stringify({ bench, ours, reference, ratio, budget, ok, unit }));
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0)
	throw new Error(`There is no part ${unknown.join(", ")}, only ${Object.keys(PARTS).join(", ")}.`);

if (!(await ensureDependencies())) throw new Error("The dependencies could not be installed.");
const program = await findChromium({ install: true });
if (!program) throw new Error(advice("Chromium"));
// What is measured is what ships, as it is now; its report would stand among the results.
if (!(await stream("npx", ["wxt", "build", "--level", "error"]))) throw new Error("The build failed.");

for (const [name, measure] of Object.entries(PARTS)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	const folder = await mkdtemp(join(tmpdir(), "headline-ticker-bench-"));
	try {
		for (const result of await measure({ program, build: BUILD, folder })) print(result);
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	}
}
