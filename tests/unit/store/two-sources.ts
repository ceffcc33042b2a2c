import { afterEach, beforeEach, vi } from "vitest";
import type { SetAside } from "../../../data/model/set-aside";
import { addSource, mark } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { readActivity } from "../../../data/store/read-activity";
import { readArticle } from "../../../data/store/read-article";
import { readOlder } from "../../../data/store/read-older";
import { readSaved } from "../../../data/store/read-saved";
import { readSetAside } from "../../../data/store/safe";
import { readKept, readMarks } from "../../../data/store/search-archive";
import { setUp } from "../../../data/store/set-up";
import { browser } from "../support/browser";
import { emptyStore, feedSource, NOON, noSeed, reopened, stories } from "../support/store";

/** A store that follows two sources, `a` with five headlines and `b` with three, some of them read or saved. */
export async function followTwo() {
	const store = emptyStore();
	await addSource(store, feedSource("a"), stories(5, "a"));
	await addSource(store, feedSource("b"), stories(3, "b"));
	const { headlines } = await readItems(["headlines"]);
	const ids = headlines.map(({ id }) => id);
	await mark(store, ids.slice(0, 2), "read");
	await mark(store, ids.slice(1, 4), "saved");
	await setUp(store, noSeed);
	return store;
}

/** Begins each test of a file with such a store, and a console that tells nothing; answers the one of the running test. */
export function followingTwo(): () => Awaited<ReturnType<typeof followTwo>> {
	let store: Awaited<ReturnType<typeof followTwo>> | undefined;
	beforeEach(async () => {
		store = await followTwo();
		vi.spyOn(console, "error").mockImplementation(() => {});
	});
	afterEach(() => {
		vi.restoreAllMocks();
	});
	return () => {
		if (!store) throw new Error("There is a store in tests and their hooks alone.");
		return store;
	};
}

/** Writes whatever is given into extension storage. */
export const damage = (items: Record<string, unknown>) => browser.storage.local.set(items);

/** What has been set aside, but for when. */
export const found = async () =>
	(await readSetAside()).map(({ where, place, what }: SetAside) => ({ where, place, what }));

/** What every reader that a page has answers, after what the background does at its start. */
export async function readEverything(clock: { now: number }) {
	await setUp(reopened(clock), noSeed);
	const { headlines, marks, sources, settings, ticker } = await readItems([
		"headlines",
		"marks",
		"sources",
		"settings",
		"ticker",
	]);
	const kept: unknown[] = [];
	await readKept((chunk) => kept.push(...chunk));
	for (const { id } of headlines) await readArticle(id);
	const newest = headlines[0];
	const older = newest && (await readOlder(newest, 50));
	await readActivity(["a", "b"], NOON);
	return {
		headlines,
		marks,
		sources,
		settings,
		ticker,
		kept,
		saved: await readSaved(),
		older,
		all: await readMarks(),
	};
}
