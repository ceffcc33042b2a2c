import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launchWith } from "./profile.mjs";

const KEPT = 50_000;
/** What a browser with nothing in it but the backup begins with. */
const FEW = 20;
const BUDGET_MS = 10_000;
/** Long enough for a slow machine to miss the budget in. */
const PATIENCE_MS = 120_000;

/** @typedef {import("@playwright/test").Page} Page */

/** Runs in the page: notes tasks over 50 ms, and keeps the file that is handed to the downloads. */
function watch() {
	/** @type {number[]} */
	const longTasks = [];
	Reflect.set(globalThis, "longTasks", longTasks);
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) longTasks.push(duration);
	}).observe({ type: "longtask" });
	const create = URL.createObjectURL;
	URL.createObjectURL = (/** @type {Blob} */ file) => {
		Reflect.set(globalThis, "made", file);
		return create.call(URL, file);
	};
}

/** Runs in the page: a piece of the file that was made, in base64. */
async function pieceOfMade(/** @type {number} */ from) {
	/** @type {Blob} */
	const made = Reflect.get(globalThis, "made");
	const reader = new FileReader();
	reader.readAsDataURL(made.slice(from, from + 3_000_000));
	await new Promise((done) => reader.addEventListener("load", done));
	return { size: made.size, base64: String(reader.result).split(",")[1] ?? "" };
}

/** @param {Page} page @param {string} path */
async function saveMade(page, path) {
	const pieces = [];
	let size = 1;
	for (let from = 0; from < size; from += 3_000_000) {
		const piece = await page.evaluate(pieceOfMade, from);
		size = piece.size;
		pieces.push(Buffer.from(piece.base64, "base64"));
	}
	await writeFile(path, Buffer.concat(pieces));
	return size;
}

/** @param {Page} page @param {RegExp} said @param {() => Promise<unknown>} act */
async function timeUntil(page, said, act) {
	const begun = performance.now();
	await act();
	await page.getByRole("status").filter({ hasText: said }).waitFor({ timeout: PATIENCE_MS });
	return Math.round(performance.now() - begun);
}

/** @param {Page} page @param {string} origin */
async function openSettings(page, origin) {
	await page.goto(`${origin}/options.html#/settings`);
	await page.getByRole("button", { name: "Make a backup" }).waitFor();
	await page.evaluate(watch);
}

/** @param {Page} page @returns {Promise<number[]>} */
const longTasksOf = (page) => page.evaluate(() => Reflect.get(globalThis, "longTasks"));

/**
 * How long it takes to make a backup of all that somebody of many years has kept, and to restore it in a new
 * browser, and how often that holds up the page.
 * @param {{ program: string, build: string, folder: string }} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureBackup(where) {
	const path = join(where.folder, "backup.zip");
	const full = await launchWith(where, KEPT);
	const page = await full.context.newPage();
	await openSettings(page, full.origin);
	const made = await timeUntil(page, /Keep it in a safe place/, () =>
		page.getByRole("button", { name: "Make a backup" }).click(),
	);
	const heldUp = await longTasksOf(page);
	const size = await saveMade(page, path);
	await full.context.close();

	const fresh = await launchWith(where, FEW);
	const other = await fresh.context.newPage();
	await openSettings(other, fresh.origin);
	const begun = performance.now();
	await other.getByLabel("Restore from a backup").setInputFiles(path);
	const replace = other.getByRole("button", { name: "Replace what is here" });
	await replace.waitFor({ timeout: PATIENCE_MS });
	const looked = Math.round(performance.now() - begun);
	const applied = await timeUntil(other, /All is as the backup says/, () => replace.click());
	const heldUpToo = await longTasksOf(other);
	await fresh.context.close();

	/** @param {string} bench @param {number} ours @param {number | null} budget @param {"ms" | "bytes" | "tasks"} unit */
	const line = (bench, ours, budget, unit) => ({ bench, ours, reference: null, budget, unit });
	return [
		line(`backup of ${KEPT} headlines`, made, BUDGET_MS, "ms"),
		line(`backup of ${KEPT} headlines: its file`, size, null, "bytes"),
		line(`restore of ${KEPT} headlines`, looked + applied, BUDGET_MS, "ms"),
		line(`restore of ${KEPT} headlines: looking through its file`, looked, null, "ms"),
		line("backup and restore: tasks over 50 ms on the page", heldUp.length + heldUpToo.length, 0, "tasks"),
	];
}
