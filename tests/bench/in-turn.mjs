import { median } from "./median.mjs";
import { LARGE, launchWith, SMALL } from "./profile.mjs";

/**
 * @typedef {object} Probe Something that can be measured again and again.
 * @property {() => Promise<number>} once Does it once, and answers its figure.
 * @property {() => Promise<void>} close
 */

/** @typedef {(opened: import("./profile.mjs").Opened) => Promise<Probe>} OpenProbe */

/**
 * Opens a browser for each number of headlines, works with them, and closes them.
 * @template T
 * @param {import("./profile.mjs").Where} where
 * @param {number[]} counts
 * @param {(all: import("./profile.mjs").Opened[]) => Promise<T>} work
 * @param {Parameters<typeof launchWith>[2]} [how]
 */
export async function withProfiles(where, counts, work, how) {
	/** @type {import("./profile.mjs").Opened[]} */
	const all = [];
	try {
		for (const count of counts) all.push(await launchWith(where, count, how));
		return await work(all);
	} finally {
		for (const { context } of all) await context.close();
	}
}

/**
 * Measures in each browser, one after another in each round; answers the median of each.
 * @param {import("./profile.mjs").Opened[]} all
 * @param {OpenProbe} open
 * @param {number} rounds
 */
export async function measureInTurn(all, open, rounds) {
	const probes = [];
	for (const opened of all) probes.push(await open(opened));
	const figures = probes.map(() => /** @type {number[]} */ ([]));
	for (let round = 0; round <= rounds; round++)
		for (const [place, { once }] of probes.entries()) figures[place].push(await once());
	for (const { close } of probes) await close();
	// The first round only warmed up.
	return figures.map((list) => median(list.slice(1)));
}

/**
 * Measures with few headlines kept and with many, in turn; answers the median of each.
 * @param {import("./profile.mjs").Where} where
 * @param {OpenProbe} open
 * @param {number} rounds
 * @param {Parameters<typeof launchWith>[2]} [how]
 */
export const measureBoth = (where, open, rounds, how) =>
	withProfiles(where, [SMALL, LARGE], (all) => measureInTurn(all, open, rounds), how);
