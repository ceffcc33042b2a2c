// npm test: everything that CI holds, from a fresh clone; it goes on after a failure, so that all is told.

import { mkdir, readFile, rm } from "node:fs/promises";
import { measureSizes } from "../tests/bench/sizes.mjs";
import { advice, findChromium, findFirefox } from "./browsers.mjs";
import { ensureDependencies, stream } from "./process.mjs";

const RESULTS = "test-results";

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * What is read of a report: of Vitest's the numbers, of Playwright's the stats.
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 * stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} Report
 */

/**
 * A check counts as one.
 * @param {boolean} ok
 * @returns {Count}
 */
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** @param {string} script A script of package.json. */
const npm = (script, /** @type {string[]} */ ...more) =>
	stream("npm", ["run", "--silent", script, ...(more.length ? ["--", ...more] : [])]);

/**
 * Runs a suite and counts its tests; one that breaks off, or leaves no report, counts as failed.
 * @param {() => Promise<boolean>} run
 * @param {string} report
 * @param {(report: Report) => Count} count
 */
async function suite(run, report, count) {
	await rm(report, { force: true });
	const ok = await run();
	const counted = await readFile(report, "utf8").then(
		(text) => count(JSON.parse(text)),
		() => one(false),
	);
	return ok || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

const unit = () =>
	suite(
		() => npm("unit", "--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}/unit.json`),
		`${RESULTS}/unit.json`,
		(report) => ({
			passed: report.numPassedTests,
			failed: report.numFailedTests,
			skipped: report.numPendingTests + report.numTodoTests,
		}),
	);

const endToEnd = () =>
	suite(
		() => npm("e2e"),
		`${RESULTS}/e2e.json`,
		// A test that passes only sometimes has failed.
		({ stats }) => ({
			passed: stats.expected,
			failed: stats.unexpected + stats.flaky,
			skipped: stats.skipped,
		}),
	);

/** Whether each page of the build loads no more than it may. */
async function size() {
	const results = await measureSizes(".output/chrome-mv3");
	const over = results.filter(({ ours, budget }) => budget !== null && ours > budget);
	for (const { bench, ours, budget, unit } of over) console.error(`${bench}: ${ours} ${unit}, not ${budget}`);
	return one(over.length === 0);
}

/** @type {[string, () => Promise<Count>][]} In the order in which a mistake is cheapest to hear of. */
const STEPS = [
	["types", async () => one(await npm("types"))],
	["lint", async () => one(await npm("lint"))],
	["dead code", async () => one(await npm("knip"))],
	["unit", unit],
	["build, twice the same", async () => one(await npm("zip:twice"))],
	["size", size],
	["build:e2e", async () => one(await npm("build:e2e"))],
	["lint:firefox", async () => one(await npm("lint:firefox"))],
	["e2e", endToEnd],
];

/** @param {Count} total */
function finish({ passed, failed, skipped }) {
	if (skipped > 0) console.log(`${skipped} skipped`);
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed === 0 ? 0 : 1);
}

/**
 * Says that a browser is missing, and goes on: only its tests fail.
 * @param {"Chromium" | "Firefox"} name
 */
function missing(name) {
	console.error(advice(name));
	return "";
}

const total = { passed: 0, failed: 0, skipped: 0 };

if (!(await ensureDependencies())) finish({ passed: 0, failed: 1, skipped: 0 });
process.env.CHROMIUM_PATH = (await findChromium({ install: true })) ?? missing("Chromium");
process.env.E2E_SHORT = "1";
process.env.FIREFOX_PATH = (await findFirefox({ install: true })) ?? missing("Firefox");
await mkdir(RESULTS, { recursive: true });

for (const [name, run] of STEPS) {
	console.log(`\n── ${name}`);
	const started = Date.now();
	const { passed, failed, skipped } = await run();
	total.passed += passed;
	total.failed += failed;
	total.skipped += skipped;
	const seconds = Math.round((Date.now() - started) / 1000);
	console.log(`── ${name}: ${failed === 0 ? "passed" : "FAILED"} in ${seconds} s`);
}
console.log("");
finish(total);
