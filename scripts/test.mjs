// npm test: everything that CI holds, from a fresh clone; it goes on after a failure, so that all is told.

import { mkdir, readFile, rm } from "node:fs/promises";
import { relative } from "node:path";
import { measureSizes } from "../tests/bench/sizes.mjs";
import { advice, findChromium, findFirefox } from "./browsers.mjs";
import { ensureDependencies, stream } from "./process.mjs";

const RESULTS = "test-results";

/** What a step found; failures are the names of what failed. @typedef {{ passed: number, failures: string[], skipped: number }} Found */

/**
 * Vitest's report, as far as it is read.
 * @typedef {{ numPassedTests: number, numPendingTests: number, numTodoTests: number, testResults: { name: string,
 * status: string, message: string, assertionResults: { fullName: string, status: string }[] }[] }} UnitReport
 */

/** @typedef {{ title: string, specs?: { title: string, file: string, tests: { projectName: string, status: string }[] }[], suites?: Suite[] }} Suite */

/**
 * Playwright's report, as far as it is read.
 * @typedef {{ suites: Suite[], errors: { message?: string }[], stats: { expected: number, skipped: number } }} EndToEndReport
 */

/**
 * A check counts as one.
 * @param {string} name
 * @param {boolean} ok
 * @returns {Found}
 */
const one = (name, ok) => ({ passed: ok ? 1 : 0, failures: ok ? [] : [name], skipped: 0 });

/** @param {string} script A script of package.json. */
const npm = (script, /** @type {string[]} */ ...more) =>
	stream("npm", ["run", "--silent", script, ...(more.length ? ["--", ...more] : [])]);

/**
 * Runs a suite and counts its tests; one that breaks off, or leaves no report, counts as failed.
 * @template Report
 * @param {string} name
 * @param {() => Promise<boolean>} run
 * @param {string} path Of its report.
 * @param {(report: Report) => Found} read
 */
async function suite(name, run, path, read) {
	await rm(path, { force: true });
	const ok = await run();
	const found = await readFile(path, "utf8").then(
		(text) => read(JSON.parse(text)),
		() => one(`${name}: no report`, false),
	);
	return ok || found.failures.length > 0 ? found : { ...found, failures: [`${name}: broke off`] };
}

const unit = () =>
	suite(
		"unit",
		() => npm("unit", "--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}/unit.json`),
		`${RESULTS}/unit.json`,
		(/** @type {UnitReport} */ report) => ({
			passed: report.numPassedTests,
			failures: report.testResults.flatMap(({ name, status, message, assertionResults }) => {
				const failed = assertionResults
					.filter((test) => test.status === "failed")
					.map((test) => test.fullName);
				const file = relative(".", name);
				// A file that could not even be loaded has no tests to name.
				if (status === "failed" && failed.length === 0) return [`${file}: ${message}`];
				return failed.map((test) => `${file}: ${test}`);
			}),
			skipped: report.numPendingTests + report.numTodoTests,
		}),
	);

/**
 * A test that passes only sometimes has failed.
 * @param {Suite} suite
 * @returns {string[]}
 */
const failuresIn = ({ specs = [], suites = [] }) => [
	...specs.flatMap(({ title, file, tests }) =>
		tests
			.filter(({ status }) => status === "unexpected" || status === "flaky")
			.map(({ projectName }) => `${projectName}, ${file}: ${title}`),
	),
	...suites.flatMap(failuresIn),
];

const endToEnd = () =>
	suite(
		"e2e",
		() => npm("e2e"),
		`${RESULTS}/e2e.json`,
		(/** @type {EndToEndReport} */ { suites, stats }) => ({
			passed: stats.expected,
			failures: suites.flatMap(failuresIn),
			skipped: stats.skipped,
		}),
	);

/** Whether each page of the build loads no more than it may. */
async function size() {
	const results = await measureSizes(".output/chrome-mv3");
	const over = results.filter(({ ours, budget }) => budget !== null && ours > budget);
	for (const { bench, ours, budget, unit } of over) console.error(`${bench}: ${ours} ${unit}, not ${budget}`);
	return one("size", over.length === 0);
}

/**
 * A script of package.json that passes or fails as a whole.
 * @param {string} script
 * @returns {[string, () => Promise<Found>]}
 */
const check = (script) => [script, async () => one(script, await npm(script))];

/** @type {[string, () => Promise<Found>][]} In the order in which a mistake is cheapest to hear of. */
const STEPS = [
	check("types"),
	check("lint"),
	check("knip"),
	["unit", unit],
	check("zip:twice"),
	["size", size],
	check("build:e2e"),
	check("lint:firefox"),
	["e2e", endToEnd],
];

/** Says last what failed, where even the end of a long log shows it. @param {Found} total */
function finish({ passed, failures, skipped }) {
	for (const name of failures) console.log(`FAILED ${name}`);
	if (skipped > 0) console.log(`${skipped} skipped`);
	console.log(`${passed} passed, ${failures.length} failed`);
	process.exit(failures.length === 0 ? 0 : 1);
}

/**
 * Says that a browser is missing, and goes on: only its tests fail.
 * @param {"Chromium" | "Firefox"} name
 */
function missing(name) {
	console.error(advice(name));
	return "";
}

if (!(await ensureDependencies())) finish(one("npm ci", false));
process.env.CHROMIUM_PATH = (await findChromium({ install: true })) ?? missing("Chromium");
process.env.E2E_SHORT = "1";
process.env.FIREFOX_PATH = (await findFirefox({ install: true })) ?? missing("Firefox");
await mkdir(RESULTS, { recursive: true });

/** @type {Found} */
const total = { passed: 0, failures: [], skipped: 0 };
for (const [name, run] of STEPS) {
	console.log(`\n── ${name}`);
	const started = Date.now();
	const { passed, failures, skipped } = await run();
	total.passed += passed;
	total.failures.push(...failures);
	total.skipped += skipped;
	const seconds = Math.round((Date.now() - started) / 1000);
	console.log(`── ${name}: ${failures.length === 0 ? "passed" : "FAILED"} in ${seconds} s`);
}
console.log("");
finish(total);
