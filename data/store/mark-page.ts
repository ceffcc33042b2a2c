import type { HeadlineId, SourceId } from "../model/headline";
import type { KeptMark, MarkPage } from "./archive-schema";

const TIMES = ["shown", "read", "saved"] as const;
const FLAGS = ["muted", "waits"] as const;

const isTime = (value: unknown) => Number.isFinite(value);
const isFlag = (value: unknown) => value === 1;
const isName = (value: unknown) => typeof value === "string" && value !== "";

/** Whether something is a page of marks with nothing wrong about it. */
export function isWholePage(stored: unknown): stored is MarkPage {
	const page: Record<string, unknown> = { ...Object(stored) };
	const { source, ids } = page;
	if (!isName(source) || !Array.isArray(ids) || !ids.every(isName)) return false;
	const isColumn = (values: unknown, isRight: (value: unknown) => boolean) =>
		values === undefined ||
		(Array.isArray(values) &&
			values.length === ids.length &&
			values.every((value) => value === null || isRight(value)));
	return (
		TIMES.every((key) => isColumn(page[key], isTime)) && FLAGS.every((key) => isColumn(page[key], isFlag))
	);
}

/** A column of a page, or nothing where no mark has anything in it. */
const column = <Key extends string, T>(key: Key, values: (T | null)[]): Partial<Record<Key, (T | null)[]>> =>
	// A computed key is a string to the compiler.
	values.some((value) => value !== null) ? ({ [key]: values } as Record<Key, (T | null)[]>) : {};

/** Lays out the marks of one source as the archive keeps them. */
export function toPage(source: SourceId, kept: Iterable<KeptMark>): MarkPage {
	const marks = [...kept];
	const times = (key: (typeof TIMES)[number]) =>
		column(
			key,
			marks.map((mark) => mark[key] ?? null),
		);
	const flags = (key: (typeof FLAGS)[number]) =>
		column(
			key,
			marks.map((mark) => (mark[key] ? (1 as const) : null)),
		);
	return {
		source,
		ids: marks.map(({ id }) => id),
		...times("shown"),
		...times("read"),
		...times("saved"),
		...flags("muted"),
		...flags("waits"),
	};
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Whether the user has done anything, or a rule mutes the headline: else there is nothing to keep. */
export const saysSomething = ({ shown, read, saved, muted }: KeptMark): boolean =>
	muted === true || shown !== undefined || read !== undefined || saved !== undefined;

/** The marks on a page, by their headlines; of a page that is damaged, what can be read. */
export function marksOn(page: MarkPage): Map<HeadlineId, KeptMark> {
	const columns = TIMES.map((key) => [key, listIn(page[key])] as const);
	const [muted, waits] = [listIn(page.muted), listIn(page.waits)];
	const marks = new Map<HeadlineId, KeptMark>();
	for (const [place, id] of listIn(page.ids).entries()) {
		if (typeof id !== "string" || id === "") continue;
		const mark: KeptMark = { id, source: page.source };
		for (const [key, times] of columns) {
			const time = times[place];
			if (typeof time === "number" && Number.isFinite(time)) mark[key] = time;
		}
		if (muted[place] === 1) mark.muted = true;
		if (waits[place] === 1) mark.waits = true;
		if (saysSomething(mark)) marks.set(id, mark);
	}
	return marks;
}

/** Whether a mark's headline is read or muted, and so doesn't count as unread; one that waits counts as nothing. */
export const isSettled = ({ read, muted, waits }: KeptMark): boolean =>
	!waits && (muted === true || read !== undefined);

/**
 * A damaged page as it lies beside the one that takes its place, under a name that is no source's: as no page, so
 * that it is found and set aside when the archive is looked through.
 */
export const besidePage = (wrong: MarkPage): MarkPage =>
	// It is meant to be misshapen.
	({ source: `damaged ${wrong.source}`, wrong }) as unknown as MarkPage;
