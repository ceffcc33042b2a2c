import { type ReadonlySignal, signal } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";
import { idsOf } from "../ticker/rotation";
import type { Entry } from "../ticker/tape-strip";
import type { Send } from "./headline-list";

/** So many headlines are marked as shown at a time: each time costs the background a transaction. */
const BATCH = 3;

/** What has gone by on a tape, and is marked as shown. */
export interface TapePassed {
	/** The headlines that this page has passed in the run, whatever the run knows of it yet. */
	readonly ids: ReadonlySignal<ReadonlySet<HeadlineId>>;
	/** Whether an entry has gone by here, or had when it came. */
	has(entry: Entry): boolean;
	/** Takes entries in that had gone by when they came: they are marked already. */
	takeIn(entries: readonly Entry[]): void;
	/** Notes that entries have gone by, and marks them: some at a time, or all that wait with `atOnce`. */
	pass(entries: readonly Entry[], atOnce: boolean): void;
	/** Owes the run nothing any more: it was begun anew. */
	beginAnew(): void;
}

/** Makes what a page knows of what has gone by on its tape. */
export function createTapePassed(send: Send): TapePassed {
	const ids = signal<ReadonlySet<HeadlineId>>(new Set());
	/** By the keys of their entries: a headline that comes round again goes by again. */
	const gone = new Set<number>();
	let pending: HeadlineId[] = [];

	const takeIn = (entries: readonly Entry[]) => {
		for (const { key } of entries) gone.add(key);
	};

	return {
		ids,
		has: ({ key }) => gone.has(key),
		takeIn,
		pass(entries, atOnce) {
			const fresh = entries.filter(({ key }) => !gone.has(key));
			if (fresh.length > 0) {
				takeIn(fresh);
				const passed = fresh.flatMap(({ headline }) => idsOf(headline));
				pending.push(...passed);
				ids.value = new Set([...ids.value, ...passed]);
			}
			if (pending.length === 0 || (pending.length < BATCH && !atOnce)) return;
			void send("mark", { ids: pending, act: "shown" });
			pending = [];
		},
		beginAnew() {
			ids.value = new Set();
		},
	};
}
