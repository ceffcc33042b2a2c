import { MINUTE_MS } from "../../model/durations";
import { type Day, FIGURES, KOREA_MINUTES, NAMED } from "./date-notations";
import { withoutAccents } from "./months";
import { readZone } from "./zones";

/** Longer texts are no dates. */
const MAX_DATE_LENGTH = 100;

interface Time {
	/** Milliseconds since midnight. */
	time: number;
	zone?: number | undefined;
}

const CLOCK =
	/^[t\s,]*(?:at\s)?(오전|오후)?\s*(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?\s*(?:([ap])\.?m\b\.?)?/u;
const CLOCK_ANYWHERE = /(?:^|[\st])(\d{1,2}:\d{2}.*)$/;

const readTime = (text: string): Time => {
	const found = CLOCK.exec(text);
	const [all, korean, hour, minute, second, fraction, half] = found ?? [];
	if (all === undefined || hour === undefined) return { time: 0, zone: readZone(text.replace(/^t/, "")) };
	const afternoon = half === "p" || korean === "오후";
	const hours = half || korean ? (Number(hour) % 12) + (afternoon ? 12 : 0) : Number(hour);
	const milliseconds = Number(second ?? 0) * 1000 + Number(`${fraction ?? ""}000`.slice(0, 3));
	// In asctime the year stands between the time and an offset.
	const after = text.slice(all.length).replace(/^ ?\d{4} /, "");
	const zone = readZone(after) ?? (korean ? KOREA_MINUTES : undefined);
	return { time: (hours * 60 + Number(minute ?? 0)) * MINUTE_MS + milliseconds, zone };
};

const moment = ({ year, month, day: date, zone: implied }: Day, { time, zone }: Time): number | undefined => {
	// Year 1 is what a database writes for no date at all.
	if (year < 1900 || !(month >= 1 && month <= 12) || !(date > -7 && date <= 371)) return undefined;
	return Date.UTC(year, month - 1, date) + time - (zone ?? implied ?? 0) * MINUTE_MS;
};

const inFigures = (text: string): number | undefined => {
	for (const [pattern, read] of FIGURES) {
		const found = pattern.exec(text);
		const date = found && read(...found.slice(1));
		if (date) return moment(date, readTime(text.slice(found[0].length)));
	}
	return undefined;
};

const inWords = (text: string): number | undefined => {
	const clock = CLOCK_ANYWHERE.exec(text)?.[1] ?? "";
	const plain = text.replaceAll(",", " ");
	for (const [pattern, read] of NAMED) {
		const found = pattern.exec(plain);
		const date = found && read(...found.slice(1));
		if (date && date.month > 0) return moment(date, readTime(clock));
	}
	return undefined;
};

/**
 * RFC 3339 and RFC 822 as most feeds write them, which every engine reads alike, and five times as fast; but
 * for the year 1, which is a program's way to say that it has no date, and which engines take for 2001.
 */
const USUAL =
	/^(?:[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)|(?:[A-Z][a-z]{2}, )?\d\d? [A-Z][a-z]{2} [12]\d{3} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4}))$/;
const EARLIEST = Date.UTC(1900, 0);

/** One way to write a time: two digits after each colon, and no "h" in its place. */
const tidyTime = (text: string): string =>
	text.replace(/(\d)h(?=\d\d)/, "$1:").replace(/:(?=\d(?!\d))/g, ":0");

const EPOCH = /^(\d{9,10}|\d{12,13})(?:\.\d+)?$/;

/** The moment that a text names, as it stands there. */
const momentIn = (written: string): number | undefined => {
	const usual = USUAL.test(written) ? Date.parse(written) : Number.NaN;
	if (usual >= EARLIEST) return usual;
	const text = tidyTime(withoutAccents(written.trim()).replace(/\s+/g, " "));
	const [, epoch] = EPOCH.exec(text) ?? [];
	if (epoch) return Number(epoch) * (epoch.length > 10 ? 1 : 1000);
	const unnamed = text.replace(/^\p{L}+[.,]* (?=\d+[-/.])/u, "");
	return (/^[\d-]/.test(unnamed) ? inFigures(unnamed) : undefined) ?? inWords(text);
};

/**
 * Reads a date as feeds write them: RFC 822 and 2822, RFC 3339, ISO 8601 and W3C-DTF in part, asctime, and the
 * usual wrong ones, with months named in many languages. Milliseconds since 1970, UTC; a time without a zone
 * is taken for UTC, a day without a time for midnight. Undefined where it is no date, or the very beginning of
 * 1970, which is how a program formats a time that it doesn't have.
 */
export function readDate(written: string | undefined): number | undefined {
	if (!written || written.length > MAX_DATE_LENGTH) return undefined;
	return momentIn(written) || undefined;
}
