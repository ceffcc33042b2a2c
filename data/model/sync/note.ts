import { allFacts, type Facts, markFacts, type Present, toSeconds } from "./facts";
import { isSyncField } from "./fields";
import { fieldOf, isSameValue, type Register, type SyncRecord, type SyncState, splitKey } from "./records";

/** What a device knows to have been decided, by itself and by others. */
export interface Log {
	state: SyncState;
	/** The marks that wait for their headlines, by the names in their keys. */
	waiting: ReadonlySet<string>;
}

/** When what a device had before it joined was decided: before all that is decided from then on. */
const BEFORE = 1;
/** No time after this is taken, in seconds since 1970: it is the year 2100. */
export const LAST_AT = 4_102_444_800;

const bounded = (at: number): number => Math.min(Math.max(at, BEFORE), LAST_AT);

/** A record after what has changed on the device; the very same where nothing has. */
function noted(
	kind: string,
	record: SyncRecord | undefined,
	facts: Facts,
	atOf: (field: string) => number,
): SyncRecord | undefined {
	const changed: Record<string, Register> = {};
	for (const [field, { value, at }] of Object.entries(facts)) {
		// What others wouldn't take stays here.
		if (isSameValue(fieldOf(record, field), value) || !isSyncField(kind, field, value)) continue;
		// Later than what is overruled, whatever the clocks say: it was known when this was decided.
		const after = (record?.[field]?.[1] ?? 0) + 1;
		changed[field] = [value, bounded(Math.max(at ?? atOf(field), after))];
	}
	return Object.keys(changed).length > 0 ? { ...record, ...changed } : record;
}

/** The facts of what is known to have been there and isn't any more, where that was the user's doing. */
function factsOfGone(key: string, record: SyncRecord, log: Log, present: Present, now: number): Facts {
	const { kind, name } = splitKey(key);
	if (kind === "mark") {
		// A mark whose headline isn't kept, or wasn't when the mark came, is not undone by that.
		const canTell = present.kept.has(name) && !log.waiting.has(name);
		return canTell ? markFacts({}) : {};
	}
	if (kind === "source") {
		// What is lost by damage isn't among the removed, and comes back.
		const removedAt = present.removed.get(name);
		return removedAt === undefined ? {} : { here: { value: null, at: toSeconds(removedAt) } };
	}
	if (kind === "rule") {
		const until = fieldOf(record, "until");
		const hasEnded = typeof until === "number" && until <= now;
		return hasEnded ? {} : { here: { value: null } };
	}
	return {};
}

/**
 * The state after what has changed on a device since its log was kept; null is a device that joins. What that has is
 * there on all from now on, and how it is set counts for less than what is set on others.
 */
export function noteChanges(log: Log | null, present: Present, now: number): SyncState {
	const seconds = toSeconds(now);
	const known = log ?? { state: new Map(), waiting: new Set() };
	const atOf = (field: string) => (log || field === "here" ? seconds : BEFORE);
	const state = new Map(known.state);
	const facts = allFacts(present);
	const note = (key: string, its: Facts) => {
		const record = noted(splitKey(key).kind, known.state.get(key), its, atOf);
		if (record) state.set(key, record);
	};
	for (const [key, its] of facts) {
		// Of a mark that waits, what wasn't done here was merely not applied yet.
		const isWaiting = known.waiting.has(splitKey(key).name) && splitKey(key).kind === "mark";
		const told = isWaiting ? Object.entries(its).filter(([, { value }]) => value !== null) : undefined;
		note(key, told ? Object.fromEntries(told) : its);
	}
	for (const [key, record] of known.state) {
		if (!facts.has(key)) note(key, factsOfGone(key, record, known, present, now));
	}
	return state;
}
