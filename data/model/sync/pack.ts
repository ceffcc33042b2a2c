import { Gunzip, gzipSync, strFromU8, strToU8 } from "fflate";
import * as v from "valibot";
import { RULE_TEXT_LIMIT } from "../rule";
import { isShortId, SHORT } from "./facts";
import { isSyncField } from "./fields";
import { LAST_AT } from "./note";
import { keyOf, type Register, type SyncKind, type SyncRecord, type SyncState, splitKey } from "./records";

/** The longest text that is unpacked, in bytes: what was made to do harm unpacks to a thousand times its size. */
const UNPACKED_LIMIT = 2_000_000;

const registers = v.record(v.string(), v.tuple([v.unknown(), v.number()]));
/** Headlines' names one after another, and when each was marked: seconds before the one ahead of it. */
const column = v.tuple([v.string(), v.array(v.number())]);

/** The form in which a state is packed; docs/sync.md describes it. */
const packedSchema = v.object({
	settings: registers,
	sources: v.record(v.string(), registers),
	rules: v.record(v.string(), registers),
	read: column,
	unread: column,
	saved: column,
	unsaved: column,
});
type Packed = v.InferOutput<typeof packedSchema>;

const MARK = keyOf("mark", "");

const COLUMNS = [
	{ name: "read", field: "read", value: true },
	{ name: "unread", field: "read", value: null },
	{ name: "saved", field: "saved", value: true },
	{ name: "unsaved", field: "saved", value: null },
] as const;

function toColumn(state: SyncState, field: string, value: true | null): Packed["read"] {
	const marks = [...state].flatMap(([key, record]): [string, number][] => {
		const register = key.startsWith(MARK) ? record[field] : undefined;
		const name = key.slice(MARK.length);
		return register?.[0] === value && isShortId(name) ? [[name, register[1]]] : [];
	});
	marks.sort(([one, at], [other, otherAt]) => otherAt - at || (one < other ? -1 : 1));
	const times = marks.map(([, at], place) => (place === 0 ? at : (marks[place - 1]?.[1] ?? 0) - at));
	return [marks.map(([name]) => name).join(""), times];
}

/** The fields of a record in one order; of what was removed, that alone. */
function toFields(record: SyncRecord): Record<string, [unknown, number]> {
	const fields = Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
	const isGone = record.here?.[0] === null;
	return Object.fromEntries(
		fields
			.filter(([field]) => !isGone || field === "here")
			.map(([field, [value, at]]) => [field, [value, at]]),
	);
}

function toNamed(state: SyncState, wanted: SyncKind): Packed["sources"] {
	const named = [...state].flatMap(([key, record]) => {
		const { kind, name } = splitKey(key);
		return kind === wanted ? [[name, toFields(record)] as const] : [];
	});
	return Object.fromEntries(named.sort(([one], [other]) => (one < other ? -1 : 1)));
}

const toBase64 = (bytes: Uint8Array): string =>
	btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** A state as text: base64 of gzipped JSON. The same state gives the same text. */
export function packState(state: SyncState): string {
	const columns = COLUMNS.map(({ name, field, value }) => [name, toColumn(state, field, value)]);
	const packed = {
		settings: toNamed(state, "settings")[""] ?? {},
		sources: toNamed(state, "source"),
		rules: toNamed(state, "rule"),
		...Object.fromEntries(columns),
	};
	return toBase64(gzipSync(strToU8(JSON.stringify(packed)), { mtime: 0 }));
}

/** Unpacks gzipped bytes, up to {@link UNPACKED_LIMIT}; throws where that is passed, or they are damaged. */
function gunzip(bytes: Uint8Array): string {
	const chunks: Uint8Array[] = [];
	let length = 0;
	let isEnded = false;
	const gunzipping = new Gunzip((chunk, final) => {
		length += chunk.length;
		if (length > UNPACKED_LIMIT) throw new RangeError("Unpacked, this is too long.");
		chunks.push(chunk);
		isEnded = final;
	});
	const PIECE = 1024;
	for (let from = 0; from < bytes.length; from += PIECE)
		gunzipping.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
	if (!isEnded) throw new RangeError("This is cut short.");
	const whole = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return strFromU8(whole);
}

const isTime = (at: number): boolean => Number.isSafeInteger(at) && at > 0 && at <= LAST_AT;

/** What of some fields this version knows; the rest is a newer version's, or nobody's. */
function fromFields(kind: SyncKind, fields: Packed["settings"]): SyncRecord {
	const known = Object.entries(fields).filter(
		([field, [value, at]]) => isTime(at) && isSyncField(kind, field, value),
	);
	return Object.fromEntries(known.map(([field, [value, at]]): [string, Register] => [field, [value, at]]));
}

/** The longest name: a rule's has its words in it with each letter taken apart, which makes up to 18 of one. */
const NAME_LIMIT = 20 * RULE_TEXT_LIMIT;

function fromPacked(packed: Packed): Map<string, SyncRecord> {
	const state = new Map<string, SyncRecord>();
	const take = (kind: SyncKind, name: string, record: SyncRecord) => {
		const key = keyOf(kind, name);
		if (name.length <= NAME_LIMIT && Object.keys(record).length > 0)
			state.set(key, { ...state.get(key), ...record });
	};
	take("settings", "", fromFields("settings", packed.settings));
	for (const [id, fields] of Object.entries(packed.sources)) take("source", id, fromFields("source", fields));
	for (const [name, fields] of Object.entries(packed.rules)) take("rule", name, fromFields("rule", fields));
	for (const { name: column, field, value } of COLUMNS) {
		const [names, times] = packed[column];
		let at = 0;
		for (const [place, time] of times.entries()) {
			at = place === 0 ? time : at - time;
			const name = names.slice(place * SHORT, (place + 1) * SHORT);
			if (isShortId(name) && isTime(at)) take("mark", name, { [field]: [value, at] });
		}
	}
	return state;
}

/** The state in a text, as far as it is one that can be; undefined where it is none. */
export function unpackState(text: string): SyncState | undefined {
	try {
		const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
		const packed = v.safeParse(packedSchema, JSON.parse(gunzip(bytes)));
		return packed.success ? fromPacked(packed.output) : undefined;
	} catch {
		return undefined;
	}
}
