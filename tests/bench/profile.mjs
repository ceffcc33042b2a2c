import { access, cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "../../scripts/launch.mjs";
import { openDesk } from "./desk.mjs";
import { allowLocalhost } from "./localhost.mjs";
import { makeProfile } from "./made-up.mjs";

/** How many headlines are kept by somebody on the first day, after a while, and after many years. */
export const FIRST = 50;
export const SMALL = 500;
export const LARGE = 50_000;

/** How many are written to the archive in one transaction. */
const BATCH = 2_000;

/**
 * @typedef {object} Where Where a part measures: its folder is its own.
 * @property {string} program
 * @property {string} build It is copied.
 * @property {string} folder
 * @property {string} profiles A folder for the profiles that are made once and copied, the whole run's.
 * @property {string[]} [args] What else Chromium is started with.
 */

/**
 * @typedef {object} Opened Chromium with the extension in it.
 * @property {import("@playwright/test").BrowserContext} context
 * @property {string} origin The extension's.
 * @property {string} build Its own copy of the build.
 * @property {number} count How many headlines are kept.
 */

/** Runs in a page of the extension: writes entries to one store of the archive in one transaction. */
function write(
	/** @type {{ store: string, entries: unknown[], clear: boolean }} */ { store, entries, clear },
) {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open("headline-ticker");
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const archive = opening.result;
			const writing = archive.transaction([store, "meta"], "readwrite");
			if (clear) writing.objectStore(store).clear();
			for (const entry of entries) writing.objectStore(store).put(entry);
			const meta = writing.objectStore("meta");
			const reading = meta.get("meta");
			reading.onsuccess = () => {
				const revision = reading.result.revision + 1;
				meta.put({ ...reading.result, revision, headlinesChangedIn: revision }, "meta");
			};
			writing.onerror = () => reject(writing.error);
			writing.oncomplete = () => {
				archive.close();
				resolve(undefined);
			};
		};
	});
}

/** Runs in a page of the extension: leaves on each shelf which headlines there are, and nothing that was done with them. */
function forget() {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open("headline-ticker");
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const archive = opening.result;
			const writing = archive.transaction(["shelves", "meta"], "readwrite");
			const shelves = writing.objectStore("shelves");
			const reading = shelves.getAll();
			reading.onsuccess = () => {
				for (const { source, ids } of reading.result) shelves.put({ source, ids });
			};
			const meta = writing.objectStore("meta");
			const counting = meta.get("meta");
			counting.onsuccess = () => {
				meta.put({ ...counting.result, revision: counting.result.revision + 1 }, "meta");
			};
			writing.onerror = () => reject(writing.error);
			writing.oncomplete = () => {
				archive.close();
				resolve(undefined);
			};
		};
	});
}

/**
 * Writes entries to a store of the archive, in place of what is in it.
 * @param {import("@playwright/test").Page} page A page of the extension.
 * @param {string} store
 * @param {unknown[]} entries
 */
async function fill(page, store, entries) {
	for (let from = 0; from === 0 || from < entries.length; from += BATCH)
		await page.evaluate(write, { store, entries: entries.slice(from, from + BATCH), clear: from === 0 });
}

/**
 * Makes all that is kept unread again, and publishes that.
 * @param {import("./desk.mjs").Desk} desk
 */
export async function forgetMarks({ page, send }) {
	await page.evaluate(forget);
	// An act that changes nothing still publishes what the archive has moved on to.
	await send("mark", { ids: [], act: "read" });
}

/**
 * Makes a profile that keeps so many headlines of 300 sources and nothing else.
 * @param {{ program: string, build: string, profile: string, count: number }} what
 */
async function makeStored({ program, build, profile, count }) {
	const { context, origin } = await launch({ program, build, profile, headless: true });
	const { page, send } = await openDesk({ context, origin });
	await send("ready", null);
	const { items, stores, read } = makeProfile(count);
	for (const [store, entries] of Object.entries(stores)) await fill(page, store, entries);
	await page.evaluate((items) => chrome.storage.local.set(items), items);
	await send("mark", { ids: [], act: "read" });
	const { ticker } = await page.evaluate(() => chrome.storage.local.get("ticker"));
	if (ticker.unread !== count - read)
		throw new Error(`The front wasn't published: ${ticker.unread} of ${count}.`);
	await context.close();
}

/**
 * Opens Chromium with the extension in it, which keeps so many headlines of 300 sources and nothing else. To make
 * 50,000 takes long, so that is done once a run, and copied.
 * @param {Where} where
 * @param {number} count
 * @param {{ local?: boolean }} [how] Whether it may ask 127.0.0.1.
 * @returns {Promise<Opened>}
 */
export async function launchWith(where, count, { local = false } = {}) {
	const { program, folder, profiles, args = [] } = where;
	// An unpacked extension is known by where it lies, so it lies there each time.
	const build = join(profiles, `build-${count}`);
	await rm(build, { recursive: true, force: true });
	await cp(where.build, build, { recursive: true });
	const made = join(profiles, `profile-${count}`);
	const isMade = await access(made).then(
		() => true,
		() => false,
	);
	if (!isMade) await makeStored({ program, build, profile: made, count });
	if (local) await allowLocalhost(build);
	const profile = join(folder, `profile-${count}`);
	await cp(made, profile, { recursive: true });
	const { context, origin } = await launch({ program, build, profile, headless: true, args });
	return { context, origin, build, count };
}
