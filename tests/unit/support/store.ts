import { IDBFactory } from "fake-indexeddb";
import { MINUTE_MS } from "../../../data/model/durations";
import type { Incoming } from "../../../data/model/headline";
import type { Source } from "../../../data/model/source";
import type { Archive, KeptMark } from "../../../data/store/database";
import type { Lock } from "../../../data/store/lock";
import { openShelves } from "../../../data/store/shelves";
import { archiveOnDemand, type Store } from "../../../data/store/store";
import { resetBrowser } from "./browser";
import "fake-indexeddb/auto";

/** Noon of 24 July 2025. */
export const NOON = Date.UTC(2025, 6, 24, 12);

/** A lock for a world of one context: one after another. */
function queue(): Lock {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const turn = last.then(work);
		last = turn.catch(() => {});
		return turn;
	};
}

/** An empty store, with a clock that moves only when told to. */
export function emptyStore(): Store & { clock: { now: number } } {
	resetBrowser();
	globalThis.indexedDB = new IDBFactory();
	return reopened({ now: NOON });
}

/** The same storage as another background would find it. */
export function reopened(clock: { now: number }): Store & { clock: { now: number } } {
	return { archive: archiveOnDemand(() => clock.now), lock: queue(), now: () => clock.now, clock };
}

/** All marks in the archive that say something, by their headlines' ids. */
export async function marksIn(archive: Archive): Promise<KeptMark[]> {
	const marks = await openShelves(archive.transaction("shelves").store).marked();
	return marks.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A feed's source. */
export const feedSource = (id: string, more: Partial<Source> = {}): Source => ({
	id,
	kind: "feed",
	title: `Title of ${id}`,
	url: `http://127.0.0.1/${id}`,
	addedAt: NOON,
	...more,
});

/** A headline as it comes in; published at noon, but for what is told. */
export const story = (key: string, more: Partial<Incoming> = {}): Incoming => ({
	key,
	title: `Story ${key}`,
	publishedAt: NOON,
	kind: "article",
	html: `<p>Text of ${key}</p>`,
	...more,
});

/** Some stories, each a minute older than the one before. */
export const stories = (count: number, prefix = "s"): Incoming[] =>
	Array.from({ length: count }, (_, n) => story(`${prefix}${n}`, { publishedAt: NOON - n * MINUTE_MS }));

/** The seed of a set-up in which everything is there already. */
export const noSeed = (): Promise<never> => Promise.reject(new Error("There is no need of a seed."));
