import { measureInTurn, withProfiles } from "./in-turn.mjs";
import { timeToPaint } from "./painted.mjs";
import { FIRST, LARGE, SMALL } from "./profile.mjs";
import { against } from "./result.mjs";

const ROUNDS = 21;
const BUDGET = 1.2;
const ROW = ".headline-list > li a";

/**
 * The time from the start of a navigation to the first frame with something of a page.
 * @param {string} path
 * @param {string} selector
 * @returns {import("./in-turn.mjs").OpenProbe}
 */
export const paintOf =
	(path, selector) =>
	async ({ context, origin }) => ({
		once: () => timeToPaint(context, origin + path, selector),
		close: async () => {},
	});

export const popupsList = paintOf("/popup.html", ROW);
export const readersList = paintOf("/options.html", ROW);

/** @typedef {(where: import("./profile.mjs").Where) => Promise<import("./bench.mjs").Result[]>} Measure */

/** @type {(whose: string, open: import("./in-turn.mjs").OpenProbe, few: number[]) => Measure} */
const measureList = (whose, open, few) => async (where) => {
	const times = await withProfiles(where, [...few, LARGE], (all) => measureInTurn(all, open, ROUNDS));
	const [most] = times.splice(-1);
	return few.map((count, at) =>
		against(`the ${whose} list, ${LARGE} kept against ${count}`, [times[at], most], BUDGET),
	);
};

/** The time to a page's list, with many headlines kept and with few, opened in turn. */
export const measurePopup = measureList("popup's", popupsList, [FIRST, SMALL]);
export const measureReader = measureList("reader's", readersList, [SMALL]);
