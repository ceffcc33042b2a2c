import { median } from "./median.mjs";
import { timeToPaint } from "./painted.mjs";
import { launchWith } from "./profile.mjs";

const ROUNDS = 21;
const MANY = 50_000;
const BUDGET = 1.2;

/** @typedef {{ program: string, build: string, folder: string }} Where */
/** @typedef {import("./bench.mjs").Result} Result */

/**
 * The time from the start of a navigation to the first frame with a page's list, with many headlines kept and with
 * few, opened in turn.
 * @param {Where} where
 * @param {{ whose: string, path: string, row: string, few: number }} list
 * @returns {Promise<Result[]>}
 */
async function measureList(where, { whose, path, row, few: count }) {
	const few = await launchWith(where, count);
	const many = await launchWith(where, MANY);
	try {
		/** @type {{ few: number, many: number }[]} */
		const rounds = [];
		for (let round = 0; round <= ROUNDS; round++)
			rounds.push({
				few: await timeToPaint(few.context, few.origin + path, row),
				many: await timeToPaint(many.context, many.origin + path, row),
			});
		// The first round only warmed up.
		rounds.shift();
		return [
			{
				bench: `the ${whose} list, ${MANY} kept against ${count}`,
				ours: median(rounds.map(({ many }) => many)),
				reference: median(rounds.map(({ few }) => few)),
				budget: BUDGET,
				unit: "ms",
			},
		];
	} finally {
		await few.context.close();
		await many.context.close();
	}
}

/** @type {(where: Where) => Promise<Result[]>} */
export const measurePopup = (where) =>
	measureList(where, { whose: "popup's", path: "/popup.html", row: ".headline-list > li a", few: 50 });

/** @type {(where: Where) => Promise<Result[]>} */
export const measureReader = (where) =>
	measureList(where, { whose: "reader's", path: "/options.html", row: ".headline-list > li a", few: 500 });
