import { batch, computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { QUERY_LIMIT } from "@/data/model/popup-place";
import { isSameScope, type Scope } from "@/data/model/scope";
import { dayOf } from "../headlines/day";
import { beginOf, type Filter, isSameFilter, scopeOf } from "../headlines/filter";
import type { Followed } from "./follow";
import type { HeadlineList } from "./headline-list";
import { filterOf, withFilter } from "./route";
import type { Router } from "./router";

/** What the reader's list is narrowed down to, as its address says it. */
export interface Filtering {
	/** Stays as it was while the address shows no list, and the very same one while it leaves the same. */
	readonly filter: ReadonlySignal<Filter>;
	readonly scope: ReadonlySignal<Scope>;
}

/** Reads the filter from the address, and from midnight to midnight what it leaves. */
export function createFiltering(
	{ route }: Pick<Router, "route">,
	front: Followed<"sources">,
	now: ReadonlySignal<number>,
): Filtering {
	const filter = signal<Filter>({});
	effect(() => {
		const next = filterOf(route.value);
		if (next && !isSameFilter(next, filter.peek())) filter.value = next;
	});
	const since = computed(() => filter.value.since);
	const today = computed(() => dayOf(now.value));
	// Of the last 24 hours, those before they were asked for: a list doesn't shrink under its reader.
	const from = computed(() => {
		today.value;
		return since.value && beginOf(since.value, now.peek());
	});
	let last: Scope = {};
	const scope = computed(() => {
		const next = scopeOf(filter.value, front.sources.value, from.value);
		if (!isSameScope(last, next)) last = next;
		return last;
	});
	return { filter, scope };
}

/** Keeps a list's tab and search the same as the address's: whichever changes, the other follows. */
export function bindList(
	{ route, go, replace }: Router,
	{ filter }: Filtering,
	{ tab, query }: Pick<HeadlineList, "tab" | "query">,
): void {
	effect(() => {
		const { state = "all", query: words = "" } = filter.value;
		batch(() => {
			tab.value = state;
			// What is being typed is the field's own; the address has it shortened.
			if (!isSameQuery(query.peek(), words)) query.value = words;
		});
	});
	effect(() => {
		const { state: _, query: __, ...rest } = filter.peek();
		const next: Filter = {
			...rest,
			...(tab.value !== "all" && { state: tab.value }),
			...(query.value !== "" && { query: query.value.slice(0, QUERY_LIMIT) }),
		};
		const { state, query: words = "" } = filter.peek();
		// A tab is somewhere to come back from; each letter of a search isn't.
		if (next.state !== state) go(withFilter(route.peek(), next));
		else if (!isSameQuery(query.value, words)) replace(withFilter(route.peek(), next));
	});
}

const isSameQuery = (typed: string, words: string): boolean => typed.slice(0, QUERY_LIMIT) === words;
