import { packState } from "./pack";
import { bytesOf, keysOf, type Part, QUOTA_BYTES, type SyncItems, toItems } from "./parts";
import { isSameValue, keyOf, mergeStates, onlyThose, type Register, type SyncState } from "./records";

/**
 * What all devices together may take, in bytes, as long as there are marks of read headlines to leave out: the
 * rest of the quota is for what comes from a device that hasn't heard of the others yet.
 */
const SHARED_BYTES = 80_000;
/** How many marks of read headlines a device remembers to have come or gone: more than there is room to sync. */
const MARKS_LIMIT = 8_000;
/** How long it is remembered that something was removed, and a device counts that says nothing, in seconds. */
const REMEMBERED_SECONDS = 365 * 24 * 60 * 60;
const SILENT_SECONDS = 180 * 24 * 60 * 60;

const MARK = keyOf("mark", "");

/** Whether a register may be left out where there is no room: what is read, or was let go. Saved marks stay. */
const canGo = (register: Register, field: string, key: string): boolean =>
	key.startsWith(MARK) && (field === "read" || register[0] === null);

/** The registers of a state that may go, the newest first; of those of one second, everywhere in one order. */
function goable(state: SyncState): string[] {
	const found = [...state].flatMap(([key, record]) =>
		Object.entries(record).flatMap(([field, register]) =>
			canGo(register, field, key) ? [{ at: register[1], name: `${key} ${field}` }] : [],
		),
	);
	found.sort((one, other) => other.at - one.at || (one.name < other.name ? -1 : 1));
	return found.map(({ name }) => name);
}

/** A state without the oldest of the marks that may go, but for so many. */
function withNewest(state: SyncState, newest: readonly string[], count: number): SyncState {
	if (newest.length <= count) return state;
	const going = new Set(newest.slice(count));
	return onlyThose(state, (_register, field, key) => !going.has(`${key} ${field}`));
}

/** What of a state a device keeps: what was removed or read long ago is forgotten. */
export function remembered(state: SyncState, now: number): SyncState {
	const recent = onlyThose(state, (_register, _field, key) => {
		const here = state.get(key)?.here;
		return here === undefined || here[0] !== null || here[1] > now / 1000 - REMEMBERED_SECONDS;
	});
	return withNewest(recent, goable(recent), MARKS_LIMIT);
}

/** A state without as many of its oldest marks as have to go for its text to fit; all may not be enough. */
function fitted(state: SyncState, bytes: number): SyncState {
	let size = packState(state).length;
	if (size <= bytes) return state;
	const newest = goable(state);
	const least = packState(withNewest(state, newest, 0)).length;
	let count = newest.length;
	let fitting = state;
	while (size > bytes && count > 0) {
		const each = Math.max((size - least) / count, 1);
		count = Math.min(Math.floor(Math.max(bytes - least, 0) / each), Math.floor(count * 0.95));
		fitting = withNewest(state, newest, count);
		size = packState(fitting).length;
	}
	return fitting;
}

const has = (part: Part | undefined, key: string, field: string, register: Register): boolean => {
	const its = part?.state.get(key)?.[field];
	return its !== undefined && its[1] === register[1] && isSameValue(its[0], register[0]);
};

/**
 * What a device has to say so that nothing is said by nobody: what no other says, and of what it says together with
 * others, what it says as the first of them. So each thing takes its room once, and whoever leaves, the others who
 * know it say it.
 */
function ownShare(
	state: SyncState,
	own: Part | undefined,
	others: readonly Part[],
	device: string,
): SyncState {
	return onlyThose(state, (register, field, key) => {
		const saying = others.filter((part) => has(part, key, field, register));
		if (saying.length === 0) return true;
		return has(own, key, field, register) && saying.every((part) => part.device > device);
	});
}

/** What a device is to write: its items, and the keys of those that go; or that there is no room for them. */
export type Share =
	| { kind: "same" }
	| { kind: "crowded" }
	| { kind: "write"; items: Record<string, unknown>; gone: string[] };

/** What a device writes of a state; `parts` is what all devices say, and `items` all that is synced. */
export function shareOf(
	state: SyncState,
	{ device, parts, items, now }: { device: string; parts: readonly Part[]; items: SyncItems; now: number },
): Share {
	const own = parts.find((part) => part.device === device);
	// A device that is gone for good says nothing that counts; what it knew is said by others.
	const isSilent = ({ at }: Part) => at / 1000 < now / 1000 - SILENT_SECONDS;
	const others = parts.filter((part) => part.device !== device);
	const share = ownShare(
		fitted(state, SHARED_BYTES),
		own,
		others.filter((part) => !isSilent(part)),
		device,
	);
	const going = new Set([device, ...others.filter(isSilent).map((part) => part.device)]);
	const old = [...going].flatMap((one) => keysOf(items, one));
	const staying = Object.fromEntries(Object.entries(items).filter(([key]) => !old.includes(key)));
	const room = QUOTA_BYTES - bytesOf(staying);
	// The envelopes of the pieces take less than a twentieth.
	const text = packState(fitted(share, room * 0.95));
	const written = toItems(device, Math.max(now, (own?.at ?? 0) + 1), text);
	if (bytesOf(written) > room) return { kind: "crowded" };
	const gone = old.filter((key) => !Object.hasOwn(written, key));
	if (text === own?.text && gone.length === 0) return { kind: "same" };
	return { kind: "write", items: written, gone };
}

/** What is known once all that the devices say is taken in. */
export const takenIn = (state: SyncState, parts: readonly Part[]): SyncState =>
	parts.reduce((known: SyncState, part) => mergeStates(known, part.state), state);
