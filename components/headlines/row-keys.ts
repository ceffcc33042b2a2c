import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { HeadlineId } from "@/data/model/headline";

/** How a row is known to the renderer. */
interface RowKey {
	key: number;
	/** Whether the browser may skip it while it is out of sight: so for as long as the row is there. */
	skips: boolean;
}

/** By which key each listed headline's row is known to the renderer. */
export type RowKeys = ReadonlyMap<HeadlineId, RowKey>;

/** How the words that are searched for have changed since the rows were made. */
interface Change {
	/** Whether they are others: then rows change their places by much. */
	isOther: boolean;
	/** Whether rows may be written over. */
	takeOver: boolean;
}

/**
 * As many rows are in sight as a rule when a list is made, and to find out whether they are takes a second layout:
 * they are laid out always. assets/styles/headlines.css has the others skipped while they are out of sight.
 */
const ALWAYS_LAID_OUT = 11;

/**
 * The keys of a list's rows after it has changed: a headline that stays keeps its own. One that comes takes, where
 * `takeOver`, that of one that goes, in their order, so that the row is written over and not made anew; else a new one.
 * Where the words are others, a row that may have been skipped is made anew, too: Chromium 156 leaves some of those that
 * come to the top empty, or as they looked before. Of a row that may be skipped from now on, as others come above it, it
 * leaves the title where it stood, over another's: so what a row may is settled when it is made.
 */
export function nextRowKeys(
	before: RowKeys,
	ids: readonly HeadlineId[],
	{ isOther, takeOver }: Change,
): RowKeys {
	const staying = new Set(ids);
	const usable = new Map(isOther ? [...before].filter(([, { skips }]) => !skips) : before);
	const free = takeOver ? [...usable].filter(([id]) => !staying.has(id)).map(([, key]) => key) : [];
	let fresh = Math.max(-1, ...[...before.values()].map(({ key }) => key)) + 1;
	const make = (place: number): RowKey => ({ key: fresh++, skips: place >= ALWAYS_LAID_OUT });
	return new Map(ids.map((id, place) => [id, usable.get(id) ?? free.shift() ?? make(place)]));
}

/**
 * The keys of the rows of a part of a page in which somebody searches: where the words that are searched for are
 * others than before, rows are written over, which at each key of a search costs a third less than to make them.
 * Not where one has the focus: it would stay, and tell nobody that it has become another headline's.
 */
export function useRowKeys(
	part: RefObject<HTMLElement | null>,
	ids: readonly HeadlineId[],
	words: readonly string[],
): RowKeys {
	const last = useRef<{ keys: RowKeys; words: readonly string[] }>({ keys: new Map(), words });
	const hasFocus = part.current?.contains(document.activeElement) ?? false;
	const isOther = last.current.words !== words;
	const keys = nextRowKeys(last.current.keys, ids, { isOther, takeOver: isOther && !hasFocus });
	last.current = { keys, words };
	return keys;
}
