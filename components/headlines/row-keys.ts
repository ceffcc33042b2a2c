import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { HeadlineId } from "@/data/model/headline";

/** By which key each listed headline's row is known to the renderer. */
export type RowKeys = ReadonlyMap<HeadlineId, number>;

/**
 * The keys of a list's rows after it has changed: a headline that stays keeps its own. One that comes takes, where
 * `takeOver`, that of one that goes, in their order, so that the row is written over and not made anew; else a new one.
 */
export function nextRowKeys(before: RowKeys, ids: readonly HeadlineId[], takeOver: boolean): RowKeys {
	const staying = new Set(ids);
	const free = takeOver ? [...before].filter(([id]) => !staying.has(id)).map(([, key]) => key) : [];
	let fresh = Math.max(-1, ...before.values()) + 1;
	return new Map(ids.map((id) => [id, before.get(id) ?? free.shift() ?? fresh++]));
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
	const takeOver = last.current.words !== words && !hasFocus;
	const keys = nextRowKeys(last.current.keys, ids, takeOver);
	last.current = { keys, words };
	return keys;
}
