import type * as v from "valibot";
import { parse } from "./parse";

/** A part of something stored that its reader leaves out. */
export interface Lost {
	/** Its place in a list or its key; absent where it is the whole. */
	at?: number | string;
	what: unknown;
	/** Whether it has the wrong shape, or merely more than this version knows. */
	why: "misshapen" | "unknown";
}

/** What a reader makes of something stored, and what it leaves out: together all that was there. */
export interface Sifted<T> {
	value: T;
	lost: Lost[];
}

/** Reads what storage holds, which may be anything. */
export interface Reader<T> {
	/** What can't be read falls back, or is left out. */
	read: (stored: unknown) => T;
	/** The same, with what is left out. */
	sift: (stored: unknown) => Sifted<T>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** How much of something stored is in what was read of it; what was read may have more, such as defaults. */
function compare(stored: unknown, read: unknown): "all" | Lost["why"] {
	if (isRecord(stored) && isRecord(read)) {
		const parts = Object.keys(stored).map((key) =>
			Object.hasOwn(read, key) ? compare(stored[key], read[key]) : "unknown",
		);
		return parts.find((part) => part === "misshapen") ?? parts.find((part) => part === "unknown") ?? "all";
	}
	if (Array.isArray(stored) && Array.isArray(read) && stored.length === read.length)
		return stored.map((entry, place) => compare(entry, read[place])).find((part) => part !== "all") ?? "all";
	return Object.is(stored, read) ? "all" : "misshapen";
}

/** What a whole, or one entry, loses when it is read. */
function lossOf(stored: unknown, read: unknown, at?: number | string): Lost[] {
	const found = read === undefined ? "misshapen" : compare(stored, read);
	return found === "all" ? [] : [{ ...(at !== undefined && { at }), what: stored, why: found }];
}

const isThere = (stored: unknown) => stored !== undefined && stored !== null;

/** What is lost of something of which nothing can be read; what was never stored is no loss. */
const lossOfWhole = (stored: unknown): Lost[] =>
	isThere(stored) ? [{ what: stored, why: "misshapen" }] : [];

/** Reads the entries of a list, each by its schema, or as what is left of it that is right. */
export function listOf<T>(
	schema: v.GenericSchema<unknown, T>,
	mend: (entry: unknown) => T | undefined = () => undefined,
): Reader<T[]> {
	const read = (stored: unknown): (T | undefined)[] =>
		Array.isArray(stored) ? stored.map((entry) => parse(schema, entry) ?? mend(entry)) : [];
	const whole = (entries: (T | undefined)[]): T[] => entries.filter((entry) => entry !== undefined);
	return {
		read: (stored) => whole(read(stored)),
		sift: (stored) => {
			if (!Array.isArray(stored)) return { value: [], lost: lossOfWhole(stored) };
			const entries = read(stored);
			const lost = stored.flatMap((entry, place) => lossOf(entry, entries[place], place));
			return { value: whole(entries), lost };
		},
	};
}

/** Reads the entries of a record, each by its schema. */
export function recordOf<T>(schema: v.GenericSchema<unknown, T>): Reader<Record<string, T>> {
	const read = (stored: unknown): Record<string, T> =>
		isRecord(stored)
			? Object.fromEntries(
					Object.entries(stored).flatMap(([key, entry]) => {
						const parsed = parse(schema, entry);
						return parsed === undefined ? [] : [[key, parsed]];
					}),
				)
			: {};
	return {
		read,
		sift: (stored) => {
			if (!isRecord(stored)) return { value: {}, lost: lossOfWhole(stored) };
			const value = read(stored);
			const lost = Object.entries(stored).flatMap(([key, entry]) =>
				lossOf(entry, Object.hasOwn(value, key) ? value[key] : undefined, key),
			);
			return { value, lost };
		},
	};
}

/** Reads something by a function that knows what to fall back to; its parts are lost one by one. */
export function wholeOf<T>(read: (stored: unknown) => T): Reader<T> {
	return {
		read,
		sift: (stored) => {
			const value = read(stored);
			if (!isThere(stored)) return { value, lost: [] };
			if (!isRecord(stored) || !isRecord(value)) return { value, lost: lossOf(stored, value) };
			const lost = Object.entries(stored).flatMap(([key, part]): Lost[] =>
				Object.hasOwn(value, key) ? lossOf(part, value[key], key) : [{ at: key, what: part, why: "unknown" }],
			);
			return { value, lost };
		},
	};
}

/** Reads something by its schema, as a whole. */
export const schemaOf = <T, Fallback extends T | null>(
	schema: v.GenericSchema<unknown, T>,
	fallback: Fallback,
): Reader<T | Fallback> => ({
	read: (stored) => parse(schema, stored) ?? fallback,
	sift: (stored) => {
		const parsed = parse(schema, stored);
		if (parsed === undefined) return { value: fallback, lost: lossOfWhole(stored) };
		return { value: parsed, lost: lossOf(stored, parsed) };
	},
});
