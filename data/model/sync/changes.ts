import type { HeadlineId } from "../headline";
import { hasEnded, type Rule, type RuleDraft, ruleName } from "../rule";
import type { Settings } from "../settings";
import type { Source } from "../source";
import { isShortId, type Present, ruleFacts, shortId } from "./facts";
import { settingsFields, withSettingsFields } from "./flat-settings";
import { fieldOf, isSameValue, keyOf, type SyncRecord, type SyncState, splitKey } from "./records";

/** What is to change on a device, so that it is as a state says. */
export interface Changes {
	/** All settings as they are to be; absent where they stay. */
	settings?: Settings;
	sources: { added: Source[]; changed: Source[]; removed: Source[] };
	/** All rules as they are to be; absent where they stay. */
	rules?: Rule[];
	/** Headlines to be marked, with when that was done, in milliseconds since 1970. */
	read: Map<HeadlineId, number>;
	saved: Map<HeadlineId, number>;
	unread: HeadlineId[];
	unsaved: HeadlineId[];
}

const valuesOf = (record: SyncRecord): Record<string, unknown> =>
	Object.fromEntries(Object.entries(record).map(([field, [value]]) => [field, value]));

const isHere = (record: SyncRecord): boolean => fieldOf(record, "here") === true;

/** A source as its record has it, over how it is on this device; undefined where its record is no whole source. */
function toSource(id: string, record: SyncRecord, here: Source | undefined): Source | undefined {
	const { here: _, ...fields } = valuesOf(record);
	const own = Object.entries({ kind: "feed", ...here, ...fields, id });
	const set: Record<string, unknown> = Object.fromEntries(own.filter(([, value]) => value !== null));
	if (typeof set.url !== "string") return undefined;
	const whole = { title: new URL(set.url).hostname, addedAt: (record.here?.[1] ?? 0) * 1000, ...set };
	// Every field was accepted by the schema of its name (./fields.ts), and those that must be there are.
	return whole as unknown as Source;
}

function sourceChanges(state: SyncState, { sources }: Present): Changes["sources"] {
	const known = new Map(sources.map((source) => [source.id, source]));
	const changes: Changes["sources"] = { added: [], changed: [], removed: [] };
	for (const [key, record] of state) {
		const { kind, name } = splitKey(key);
		if (kind !== "source") continue;
		const here = known.get(name);
		if (!isHere(record)) {
			if (here && record.here) changes.removed.push(here);
			continue;
		}
		const source = toSource(name, record, here);
		if (!source) continue;
		if (!here) changes.added.push(source);
		else if (!isSameSource(here, source)) changes.changed.push(source);
	}
	return changes;
}

const isSameSource = (one: Source, other: Source): boolean =>
	[...new Set([...Object.keys(one), ...Object.keys(other)])].every((field) =>
		// Fields of either are looked for in both.
		isSameValue(one[field as keyof Source], other[field as keyof Source]),
	);

/** What a rule's record has of it; undefined where that is no whole rule, or not the one that it is named for. */
function toDraft(name: string, record: SyncRecord): RuleDraft | undefined {
	const draft = fieldOf(record, "draft");
	if (draft === null) return undefined;
	// It was accepted by the schema of drafts (./fields.ts).
	const { act, match, where } = draft as RuleDraft;
	const until = fieldOf(record, "until");
	const isIts = ruleName({ act, match, where }) === name;
	return isIts ? { act, match, where, ...(typeof until === "number" && { until }) } : undefined;
}

function rulesAfter(state: SyncState, { rules }: Present, now: number, newId: () => string): Rule[] {
	const known = new Set(rules.map(ruleName));
	const staying = rules.flatMap((rule) => {
		const name = ruleName(rule);
		const record = state.get(keyOf("rule", name));
		if (!record) return [rule];
		const { id, addedAt } = rule;
		return isHere(record) ? [{ ...(toDraft(name, record) ?? rule), id, addedAt }] : [];
	});
	const added = [...state].flatMap(([key, record]) => {
		const { kind, name } = splitKey(key);
		if (kind !== "rule" || known.has(name) || !isHere(record)) return [];
		const draft = toDraft(name, record);
		const addedAt = (record.here?.[1] ?? 0) * 1000;
		return draft && !hasEnded(draft, now) ? [{ ...draft, id: newId(), addedAt }] : [];
	});
	return [...staying, ...added];
}

function markChanges(state: SyncState, { kept, marks }: Present, changes: Changes): void {
	for (const [key, record] of state) {
		const { kind, name } = splitKey(key);
		const id = kind === "mark" ? kept.get(name) : undefined;
		if (id === undefined) continue;
		const mark = marks.get(id) ?? {};
		for (const [act, undone] of [["read", "unread"] as const, ["saved", "unsaved"] as const]) {
			const register = record[act];
			if (!register) continue;
			const isDone = mark[act] !== undefined;
			if (register[0] === true && !isDone) changes[act].set(id, register[1] * 1000);
			if (register[0] === null && isDone) changes[undone].push(id);
		}
	}
}

/** What is to change on a device, so that it is as a state says; what the state doesn't speak of stays. */
export function changesFor(
	state: SyncState,
	present: Present,
	{ now, newId }: { now: number; newId: () => string },
): Changes {
	const changes: Changes = {
		sources: sourceChanges(state, present),
		read: new Map(),
		saved: new Map(),
		unread: [],
		unsaved: [],
	};
	const record = state.get(keyOf("settings", "")) ?? {};
	const settings = withSettingsFields(present.settings, valuesOf(record));
	if (!isSameValue(settingsFields(settings), settingsFields(present.settings))) changes.settings = settings;
	const rules = rulesAfter(state, present, now, newId);
	const factsOf = (all: readonly Rule[]) => all.map((rule) => [rule.id, ruleFacts(rule)]);
	if (!isSameValue(factsOf(rules), factsOf(present.rules))) changes.rules = rules;
	markChanges(state, present, changes);
	return changes;
}

/** The marks of a state that wait for their headlines. */
export const waitingIn = (state: SyncState, { kept }: Present): Set<string> =>
	new Set(
		[...state.keys()].flatMap((key) => {
			const { kind, name } = splitKey(key);
			return kind === "mark" && isShortId(name) && !kept.has(name) ? [name] : [];
		}),
	);

/** The headlines that are kept, by their short names. */
export const byShortId = (ids: readonly HeadlineId[]): Map<string, HeadlineId> =>
	new Map(ids.map((id) => [shortId(id), id]));
