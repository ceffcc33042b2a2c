import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LARGE, launchWith } from "./profile.mjs";
import { alone } from "./result.mjs";
import { longTasksOf, noteLongTasks } from "./shown.mjs";

/** What a browser with nothing in it but the backup begins with. */
const FEW = 20;
const BUDGET_MS = 10_000;
/** Long enough for a slow machine to miss the budget in. */
const PATIENCE_MS = 120_000;

/** @typedef {import("@playwright/test").Page} Page */

/** Runs in the page: keeps the file that is handed to the downloads. */
function keepMade() {
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
	await noteLongTasks(page);
	await page.evaluate(keepMade);
}

/**
 * Makes a backup of so many headlines, into a file; answers how long that took, how big the file is, and how often the
 * page was held up.
 * @param {import("./profile.mjs").Where} where
 * @param {number} count
 * @param {string} path
 */
export async function backUp(where, count, path) {
	const { context, origin } = await launchWith(where, count);
	try {
		const page = await context.newPage();
		await openSettings(page, origin);
		const made = await timeUntil(page, /Keep it in a safe place/, () =>
			page.getByRole("button", { name: "Make a backup" }).click(),
		);
		const heldUp = await longTasksOf(page);
		return { made, heldUp: heldUp.length, size: await saveMade(page, path) };
	} finally {
		await context.close();
	}
}

/**
 * Restores a file in a new browser; answers how long it took to look through it, and to apply it, and how often the
 * page was held up.
 * @param {import("./profile.mjs").Where} where
 * @param {string} path
 */
export async function restoreFrom(where, path) {
	const { context, origin } = await launchWith(where, FEW);
	try {
		const page = await context.newPage();
		await openSettings(page, origin);
		const begun = performance.now();
		await page.getByLabel("Restore from a backup").setInputFiles(path);
		const replace = page.getByRole("button", { name: "Replace what is here" });
		await replace.waitFor({ timeout: PATIENCE_MS });
		const looked = Math.round(performance.now() - begun);
		const applied = await timeUntil(page, /All is as the backup says/, () => replace.click());
		return { looked, applied, heldUp: (await longTasksOf(page)).length };
	} finally {
		await context.close();
	}
}

/**
 * How long it takes to make a backup of all that somebody of many years has kept, and to restore it in a new
 * browser, and how often that holds up the page.
 * @param {import("./profile.mjs").Where} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureBackup(where) {
	const path = join(where.folder, "backup.zip");
	const { made, size, heldUp } = await backUp(where, LARGE, path);
	const { looked, applied, heldUp: heldUpToo } = await restoreFrom(where, path);
	return [
		alone(`backup of ${LARGE} headlines`, made, BUDGET_MS),
		alone(`backup of ${LARGE} headlines: its file`, size, null, "bytes"),
		alone(`restore of ${LARGE} headlines`, looked + applied, BUDGET_MS),
		alone(`restore of ${LARGE} headlines: looking through its file`, looked, null),
		alone("backup and restore: tasks over 50 ms on the page", heldUp + heldUpToo, 0, "tasks"),
	];
}
