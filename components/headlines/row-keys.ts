import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { HeadlineId } from "@/data/model/headline";

/** By which key each listed headline's row is known to the renderer. */
export type RowKeys = ReadonlyMap<HeadlineId, number>;

/** How the words that are searched for have changed since the rows were made. */
interface Change {
	/** Whether they are others: then rows change their places by much. */
	isOther: boolean;
	/** Whether rows may be written over. */
	takeOver: boolean;
}

/** As many rows are always laid out; assets/styles/headlines.css has the others skipped while they are out of sight. */
const ALWAYS_LAID_OUT = 11;

/**
 * The keys of a list's rows after it has changed: a headline that stays keeps its own. One that comes takes, where
 * `takeOver`, that of one that goes, in their order, so that the row is written over and not made anew; else a new one.
 * Where the words are others, a row that may have been skipped is made anew, too: Chromium 156 leaves some of those that
 * come to the top empty, or as they looked before.
 */
export function nextRowKeys(
	before: RowKeys,
	ids: readonly HeadlineId[],
	{ isOther, takeOver }: Change,
): RowKeys {
	const staying = new Set(ids);
	const usable = new Map(isOther ? [...before].slice(0, ALWAYS_LAID_OUT) : before);
	const free = takeOver ? [...usable].filter(([id]) => !staying.has(id)).map(([, key]) => key) : [];
	let fresh = Math.max(-1, ...before.values()) + 1;
	return new Map(ids.map((id) => [id, usable.get(id) ?? free.shift() ?? fresh++]));
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
