import { openDesk } from "./desk.mjs";
import { measureBoth } from "./in-turn.mjs";
import { median } from "./median.mjs";
import { forgetMarks, LARGE, SMALL } from "./profile.mjs";
import { against, alone } from "./result.mjs";
import { actedAt, longTasksOf, noteActs, noteLongTasks, shownAt, waitToShow } from "./shown.mjs";
import { anotherPlace, openSurfaces } from "./surfaces.mjs";

const ROUNDS = 5;
const BUDGET_MS = 1_000;

/** Shown when all that is listed is read. */
const ALL_READ = { selector: ".headline-list > li:not(.headline-read)", none: true };

/**
 * The time from a click on “Mark all read” in the popup to the last frame that shows it, and to the words that say
 * so; of the tasks over 50 ms of any page meanwhile the longest goes into `longest`, or 0 where there was none.
 * @param {import("./profile.mjs").Opened} opened
 * @param {number[]} [longest]
 * @returns {Promise<import("./in-turn.mjs").Probe>}
 */
export async function openMarkingAll(opened, longest = []) {
	const desk = await openDesk(opened);
	await forgetMarks(desk);
	return {
		close: () => desk.page.close(),
		once: async () => {
			const { popup, reader, newTab, all, close } = await openSurfaces(opened);
			await noteActs(popup, "click");
			// What looks for something by its role or its text works in the page, and long.
			const box = await popup.getByRole("button", { name: "Mark all read" }).boundingBox();
			if (!box) throw new Error("The popup has no button that marks all read.");
			await waitToShow(popup, ALL_READ);
			await waitToShow(reader, ALL_READ);
			await waitToShow(newTab, await anotherPlace(newTab));
			for (const page of all) await noteLongTasks(page);
			await popup.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
			const times = await Promise.all(all.map(shownAt));
			const begun = await actedAt(popup);
			await popup.waitForFunction(() => document.body.textContent.includes("marked read."));
			const longTasks = await Promise.all(all.map(longTasksOf));
			longest.push(Math.max(0, ...longTasks.flat()));
			await close();
			await forgetMarks(desk);
			return Math.max(...times) - begun;
		},
	};
}

/**
 * How long it takes to mark all that is kept read, with many kept and with few, in turn.
 * @param {import("./profile.mjs").Where} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureMarkAll(where) {
	/** @type {number[]} */
	const longest = [];
	const open = (/** @type {import("./profile.mjs").Opened} */ opened) =>
		openMarkingAll(opened, opened.count === LARGE ? longest : []);
	const times = await measureBoth(where, open, ROUNDS);
	return [
		alone(`mark all ${LARGE} read, until every surface shows it`, times[1], BUDGET_MS),
		against(`mark all read, ${LARGE} kept against ${SMALL}`, times, null),
		alone(`mark all ${LARGE} read: the longest task over 50 ms of any page`, median(longest.slice(1)), 50),
		alone(`mark all ${LARGE} read: the longest of any round`, Math.max(...longest), null),
	];
}
