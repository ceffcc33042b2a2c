import fc from "fast-check";
import type { HeadlineId, Mark } from "../../../../data/model/headline";
import { DEFAULT_SETTINGS } from "../../../../data/model/settings";
import { byShortId, changesFor, waitingIn } from "../../../../data/model/sync/changes";
import type { Present } from "../../../../data/model/sync/facts";
import { type Log, noteChanges } from "../../../../data/model/sync/note";
import { packState, unpackState } from "../../../../data/model/sync/pack";
import { readParts } from "../../../../data/model/sync/parts";
import type { SyncState } from "../../../../data/model/sync/records";
import { remembered, shareOf, takenIn } from "../../../../data/model/sync/share";
import { NOON } from "../../support/store";

/** A headline's id that is a hash like any. */
export const hashOf = (n: number): HeadlineId => `h${String(n).padStart(7, "0")}-----------${n % 10}`;

const register = (values: fc.Arbitrary<unknown>) => fc.tuple(values, fc.integer({ min: 1, max: 9 }));
const flag = register(fc.constantFrom(true, null));

/** Any small state, in which the same things are decided at the same few times. */
export const anyState: fc.Arbitrary<SyncState> = fc
	.record({
		"settings:": fc.record({ theme: register(fc.constantFrom("dark", "light", null)) }),
		"source:a": fc.record(
			{
				here: flag,
				url: register(fc.constant("http://a.example/")),
				title: register(fc.constantFrom("A", "B")),
			},
			{ requiredKeys: ["here"] },
		),
		"source:b": fc.record({ here: flag }),
		[`mark:${hashOf(1).slice(0, 8)}`]: fc.record({ read: flag, saved: flag }, { requiredKeys: ["read"] }),
		[`mark:${hashOf(2).slice(0, 8)}`]: fc.record({ saved: flag }),
	})
	.map((records) => new Map(Object.entries(records)))
	.chain((whole) => fc.subarray([...whole]).map((part) => new Map(part)));

/** What the browser syncs, for all devices. */
export type Cloud = Record<string, unknown>;

/** A device that follows the profile, without storage: it does what the background does. */
export class Device {
	present: Present = {
		settings: DEFAULT_SETTINGS,
		sources: [],
		rules: [],
		removed: new Map(),
		kept: new Map(),
		marks: new Map(),
	};
	log: Log | null = null;
	private rule = 0;

	constructor(readonly name: string) {}

	keep(ids: readonly HeadlineId[]): void {
		this.present = { ...this.present, kept: byShortId(ids) };
	}

	mark(id: HeadlineId, mark: Mark): void {
		this.present = { ...this.present, marks: new Map(this.present.marks).set(id, mark) };
	}

	add(source: Present["sources"][number]): void {
		const removed = new Map(this.present.removed);
		removed.delete(source.id);
		const others = this.present.sources.filter(({ id }) => id !== source.id);
		this.present = { ...this.present, sources: [...others, source], removed };
	}

	remove(id: string, now: number): void {
		if (!this.present.sources.some((source) => source.id === id)) return;
		const sources = this.present.sources.filter((source) => source.id !== id);
		this.present = { ...this.present, sources, removed: new Map(this.present.removed).set(id, now) };
	}

	/** Takes in what there is. */
	takeIn(cloud: Cloud, now: number): SyncState {
		const parts = readParts(cloud);
		const state = remembered(takenIn(noteChanges(this.log, this.present, now), parts), now);
		const newId = () => `${this.name}${this.rule++}`;
		const { sources, settings, rules, ...acts } = changesFor(state, this.present, { now, newId });
		for (const source of [...sources.added, ...sources.changed]) this.add(source);
		for (const { id } of sources.removed) this.remove(id, now);
		for (const act of ["read", "saved"] as const)
			for (const [id, at] of acts[act]) this.mark(id, { ...this.present.marks.get(id), [act]: at });
		for (const id of acts.unread) {
			const { read: _, ...mark } = this.present.marks.get(id) ?? {};
			this.mark(id, mark);
		}
		for (const id of acts.unsaved) {
			const { saved: _, ...mark } = this.present.marks.get(id) ?? {};
			this.mark(id, mark);
		}
		this.present = { ...this.present, ...(settings && { settings }), ...(rules && { rules }) };
		// As it is stored, and read again.
		const known = unpackState(packState(state)) ?? new Map();
		this.log = { state: known, waiting: waitingIn(state, this.present) };
		return state;
	}

	/** Takes in what there is, and writes what it has to say; answers how that went. */
	sync(cloud: Cloud, now = NOON): "same" | "crowded" | "write" {
		const state = this.takeIn(cloud, now);
		const share = shareOf(state, { device: this.name, parts: readParts(cloud), items: cloud, now });
		if (share.kind !== "write") return share.kind;
		for (const key of share.gone) delete cloud[key];
		Object.assign(cloud, share.items);
		return "write";
	}
}

/** A device's name, as the real ones are. */
export const named = (n: number): string => String(n).repeat(12);
