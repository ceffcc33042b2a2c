import { median } from "./median.mjs";
import { timeToPaint } from "./painted.mjs";
import { launchWith } from "./profile.mjs";

const ROUNDS = 21;
const FEW = 50;
const MANY = 50_000;
const BUDGET = 1.2;
const ROW = ".headline-list > li a";

/**
 * The time from the start of a navigation to the first frame with the popup's list, with many headlines kept and
 * with few, opened in turn.
 * @param {{ program: string, build: string, folder: string }} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measurePopup(where) {
	const few = await launchWith(where, FEW);
	const many = await launchWith(where, MANY);
	try {
		/** @type {{ few: number, many: number }[]} */
		const rounds = [];
		for (let round = 0; round <= ROUNDS; round++)
			rounds.push({
				few: await timeToPaint(few.context, `${few.origin}/popup.html`, ROW),
				many: await timeToPaint(many.context, `${many.origin}/popup.html`, ROW),
			});
		// The first round only warmed up.
		rounds.shift();
		return [
			{
				bench: `the popup's list, ${MANY} kept against ${FEW}`,
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
