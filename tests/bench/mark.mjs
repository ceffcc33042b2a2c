import { measureBoth } from "./in-turn.mjs";
import { LARGE, SMALL } from "./profile.mjs";
import { against, alone } from "./result.mjs";
import { actedAt, noteActs, shownAt, waitToShow } from "./shown.mjs";
import { anotherPlace, openSurfaces } from "./surfaces.mjs";

const ROUNDS = 21;
const BUDGET_MS = 50;
const BUDGET = 1.2;

/** Runs in the popup: puts the focus on a headline that is unread, and answers its id. */
function focusUnread() {
	const row = document.querySelector(".headline-list > li:not(.headline-read)");
	const link = row?.querySelector("a");
	if (!(row instanceof HTMLElement) || !link) throw new Error("All that is listed is read.");
	link.focus();
	return row.dataset.headline;
}

/**
 * The time from the key that marks a headline read in the popup to the last frame that shows it, of the popup, of
 * the reader and of a new tab.
 * @type {import("./in-turn.mjs").OpenProbe}
 */
export async function openMarking(opened) {
	const { popup, reader, newTab, all, close } = await openSurfaces(opened);
	await noteActs(popup, "keydown");
	return {
		close,
		once: async () => {
			const id = await popup.evaluate(focusUnread);
			const read = { selector: `li.headline-read[data-headline="${id}"]` };
			await waitToShow(popup, read);
			await waitToShow(reader, read);
			await waitToShow(newTab, await anotherPlace(newTab));
			await popup.keyboard.press("m");
			const times = await Promise.all(all.map(shownAt));
			return Math.max(...times) - (await actedAt(popup));
		},
	};
}

/**
 * How long it takes to mark one headline read, with many kept and with few, in turn.
 * @param {import("./profile.mjs").Where} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureMark(where) {
	const times = await measureBoth(where, openMarking, ROUNDS);
	return [
		alone(`mark one of ${LARGE} read, until every surface shows it`, times[1], BUDGET_MS),
		against(`mark one read, ${LARGE} kept against ${SMALL}`, times, BUDGET),
	];
}
