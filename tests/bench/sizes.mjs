import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What script a new tab may load, gzipped, in bytes. */
const NEW_TAB_BUDGET = 20_480;

/**
 * The gzipped size of what each surface loads before it is there: its page, with what stands in it, scripts and styles.
 * @param {string} build The folder of the build.
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureSizes(build) {
	const results = [];
	for (const surface of ["popup", "newtab", "options"]) {
		results.push(
			await measure(build, surface, [`${surface}.html`, ...(await loadedBy(build, surface))], null),
		);
	}
	const scripts = (await loadedBy(build, "newtab")).filter((file) => file.endsWith(".js"));
	results.push(await measure(build, "newtab, script alone", scripts, NEW_TAB_BUDGET));
	const { background } = JSON.parse(await readFile(join(build, "manifest.json"), "utf8"));
	results.push(await measure(build, "background", [background.service_worker], null));
	return results;
}

/** @returns {Promise<import("./bench.mjs").Result>} */
async function measure(
	/** @type {string} */ build,
	/** @type {string} */ surface,
	/** @type {string[]} */ entries,
	/** @type {number | null} */ budget,
) {
	let ours = 0;
	for (const file of await closure(build, entries))
		ours += gzipSync(await readFile(join(build, file)), { level: 9 }).length;
	return { bench: `size of ${surface}`, ours, reference: null, budget, unit: "bytes" };
}

/** The scripts and styles that a page names. */
async function loadedBy(/** @type {string} */ build, /** @type {string} */ page) {
	const html = await readFile(join(build, `${page}.html`), "utf8");
	return [...html.matchAll(/(?<=["\s/])[^"\s/][^"\s]*\.(?:js|css)(?=["\s])/g)].map(([file]) => file);
}

/** The files, and all that they import before they run; what is imported later, when asked for, isn't counted. */
async function closure(/** @type {string} */ build, /** @type {string[]} */ entries) {
	const files = new Set(entries);
	for (const file of files) {
		if (!file.endsWith(".js")) continue;
		const script = await readFile(join(build, file), "utf8");
		for (const [, imported] of script.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g))
			files.add(join(file, "..", imported));
	}
	return files;
}
