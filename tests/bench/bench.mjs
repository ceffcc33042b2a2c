// npm run bench: one JSON object a line; what could not be measured ends it with an error, a missed budget doesn't.

import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { advice, findChromium } from "../../scripts/browsers.mjs";
import { ensureDependencies, stream } from "../../scripts/process.mjs";
import { measureFirstHeadline } from "./first-headline.mjs";
import { measureReading } from "./reading.mjs";
import { measureRefresh } from "./refresh.mjs";
import { measureSizes } from "./sizes.mjs";

const BUILD = resolve(".output/chrome-mv3");

/**
 * @typedef {object} Result
 * @property {string} bench
 * @property {number} ours
 * @property {number | null} reference What it is compared with, measured in the same run.
 * @property {number | null} budget The most that the ratio may be; without a reference, the most of `ours`.
 * @property {"ms" | "bytes" | "parses" | "writes"} unit
 */

/** @param {Result} result */
function print({ bench, ours, reference, budget, unit }) {
	const ratio = reference === null ? null : Number((ours / reference).toFixed(3));
	const ok = budget === null || (ratio ?? ours) <= budget;
	console.log(JSON.stringify({ bench, ours, reference, ratio, budget, ok, unit }));
}

if (!(await ensureDependencies())) throw new Error("The dependencies could not be installed.");
const program = await findChromium({ install: true });
if (!program) throw new Error(advice("Chromium"));
// What is measured is what ships, as it is now; its report would stand among the results.
if (!(await stream("npx", ["wxt", "build", "--level", "error"]))) throw new Error("The build failed.");

for (const result of await measureSizes(BUILD)) print(result);

for (const result of await measureReading()) print(result);

const folder = await mkdtemp(join(tmpdir(), "headline-ticker-bench-"));
try {
	await cp(BUILD, join(folder, "build"), { recursive: true });
	print(
		await measureFirstHeadline({ program, build: join(folder, "build"), profile: join(folder, "profile") }),
	);
	await cp(BUILD, join(folder, "polling"), { recursive: true });
	const polling = { program, build: join(folder, "polling"), profile: join(folder, "polling-profile") };
	for (const result of await measureRefresh(polling)) print(result);
} finally {
	await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
