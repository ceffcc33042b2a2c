/**
 * The last word on one field of one thing: what it is, and when that was decided, in seconds since 1970. Null is what
 * it is where nobody has decided: a default, not there, not read.
 */
export type Register = readonly [value: unknown, at: number];

/** What was decided about one thing, by field. */
export type SyncRecord = Readonly<Record<string, Register>>;

/** What was decided about all that is synced, by the thing's key; see {@link keyOf}. */
export type SyncState = ReadonlyMap<string, SyncRecord>;

/** What is synced: all settings are one thing, and each source, rule and headline is one. */
export type SyncKind = "settings" | "source" | "rule" | "mark";

/** The key of a thing, from its kind and what names it within that. */
export const keyOf = (kind: SyncKind, name: string): string => `${kind}:${name}`;

/** The kind and the name in a key. */
export function splitKey(key: string): { kind: string; name: string } {
	const colon = key.indexOf(":");
	return { kind: key.slice(0, colon), name: key.slice(colon + 1) };
}

/** The value of a field, where anybody has decided it; null elsewhere. */
export const fieldOf = (record: SyncRecord | undefined, field: string): unknown =>
	record?.[field]?.[0] ?? null;

/** Whether two values are the same. Both come from one reader, which gives their parts in one order. */
export const isSameValue = (one: unknown, other: unknown): boolean =>
	one === other || JSON.stringify(one) === JSON.stringify(other);

/** Of what was decided in the same second, a value wins over none, and else any, but everywhere the same one. */
const rank = (value: unknown): string => (value === null ? "" : JSON.stringify(value));

function later(one: Register, other: Register): Register {
	if (one[1] !== other[1]) return one[1] > other[1] ? one : other;
	return rank(one[0]) >= rank(other[0]) ? one : other;
}

/** Two records of one thing as one: of each field the later word. */
function mergeRecords(one: SyncRecord, other: SyncRecord): SyncRecord {
	const merged: Record<string, Register> = { ...one };
	for (const [field, register] of Object.entries(other)) {
		const known = merged[field];
		merged[field] = known ? later(known, register) : register;
	}
	return merged;
}

/**
 * Two states as one: of each field of each thing the later word. The order of merging, and how often the same is
 * merged, makes no difference.
 */
export function mergeStates(one: SyncState, other: SyncState): SyncState {
	const merged = new Map(one);
	for (const [key, record] of other) {
		const known = merged.get(key);
		merged.set(key, known ? mergeRecords(known, record) : record);
	}
	return merged;
}

/** The part of a state whose registers are accepted. */
export function onlyThose(
	state: SyncState,
	accepts: (register: Register, field: string, key: string) => boolean,
): SyncState {
	const part = new Map<string, SyncRecord>();
	for (const [key, record] of state) {
		const fields = Object.entries(record).filter(([field, register]) => accepts(register, field, key));
		if (fields.length > 0) part.set(key, Object.fromEntries(fields));
	}
	return part;
}
