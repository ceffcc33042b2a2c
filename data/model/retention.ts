import { oneOf } from "./stored-choice";

/** How long headlines are kept that are neither saved nor both watched and unread. */
export interface Retention {
	/** So many days after they were published or first seen, whichever is later; 0 for ever. */
	days: number;
	/** So many of each source, the newest; 0 for all. */
	perSource: number;
}

/** The spans offered, in days. */
export const RETENTION_DAYS = [7, 30, 90, 365, 0] as const;

/** The numbers offered. */
export const RETENTION_COUNTS = [100, 500, 2_000, 10_000, 0] as const;

/** A year is as far back as people look; 300 sources of 2,000 headlines are more than fit a lifetime. */
export const DEFAULT_RETENTION: Retention = { days: 365, perSource: 2_000 };

/** Reads the fields of a retention that are among what is offered, from storage, a message or a file. */
export function readRetention(stored: unknown): Partial<Retention> {
	const from: Record<string, unknown> = Object(stored);
	const days = oneOf(RETENTION_DAYS, from.days);
	const perSource = oneOf(RETENTION_COUNTS, from.perSource);
	return {
		...(days !== undefined && { days }),
		...(perSource !== undefined && { perSource }),
	};
}

/** Whether two sources' own choices say the same. */
export const isSameRetention = (one: Partial<Retention> = {}, other: Partial<Retention> = {}): boolean =>
	one.days === other.days && one.perSource === other.perSource;

/** A retention in which one field is chosen, or with undefined left to the others. */
export function withRetention(
	retention: Partial<Retention>,
	field: keyof Retention,
	choice: number | undefined,
): Partial<Retention> {
	const { [field]: _, ...rest } = retention;
	return choice === undefined ? rest : { ...rest, [field]: choice };
}

const boundOf = (choice: number) => (choice === 0 ? Number.POSITIVE_INFINITY : choice);

/** Whether one retention keeps less than another, by age or by number. */
export const keepsLess = (one: Retention, other: Retention): boolean =>
	boundOf(one.days) < boundOf(other.days) || boundOf(one.perSource) < boundOf(other.perSource);
