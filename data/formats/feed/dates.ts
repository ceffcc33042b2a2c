import { MINUTE_MS } from "../../model/durations";
import { readMonth, withoutAccents } from "./months";
import { readZone } from "./zones";

/** Longer texts are no dates. */
const MAX_DATE_LENGTH = 100;
const KOREA_MINUTES = 9 * 60;

interface Day {
	year: number;
	month: number;
	day: number;
	/** Minutes east of UTC, where the notation implies them. */
	zone?: number;
}

interface Time {
	/** Milliseconds since midnight. */
	time: number;
	zone?: number | undefined;
}

/** RFC 822 has years of two digits; those below 90 are taken for this century's. */
const fullYear = (year: string): number =>
	year.length === 4 ? Number(year) : Number(year) + (Number(year) < 90 ? 2000 : 1900);

const day = (year: string, month: string | number | undefined, date: string | number | undefined): Day => ({
	year: fullYear(year),
	month: Number(month ?? 1),
	day: Number(date ?? 1),
});

/** ISO 8601 weeks begin on Monday, and week 1 is the one that 4 January is in. */
const weekDay = (year: string, week: string, weekday = "1"): Day => {
	const fourth = (new Date(Date.UTC(Number(year), 0, 4)).getUTCDay() + 6) % 7;
	return { year: Number(year), month: 1, day: 4 - fourth + (Number(week) - 1) * 7 + Number(weekday) - 1 };
};

type Notation = [pattern: RegExp, read: (...groups: string[]) => Day | undefined];

/** Dates in figures, the least ambiguous first; each pattern stands at the text's beginning. */
const FIGURES: Notation[] = [
	[/^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, day],
	[/^(\d{4})(\d{2})(\d{2})(?!\d)/, day],
	[/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/, day],
	[
		/^(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일/u,
		(y = "", m, d) => ({ ...day(y, m, d), zone: KOREA_MINUTES }),
	],
	[/^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u, day],
	[/^(\d{4})-?w(\d{2})(?:-?(\d))?(?!\d)/, weekDay],
	[/^(\d{4})-?(\d{3})(?!\d)/, (y = "", n) => day(y, 1, n)],
	[/^(\d{4})-(\d{1,2})(?!\d)/, day],
	[/^(\d{2})-(\d{2})-(\d{2})(?!\d)/, (y = "", m, d) => day(`20${y}`, m, d)],
	[/^(\d{2})(\d{2})(\d{2})(?!\d)/, (y = "", m, d) => day(`20${y}`, m, d)],
	[/^(\d{2})-?(\d{3})(?!\d)/, (y = "", n) => day(`20${y}`, 1, n)],
	[/^-(\d{2})-?(\d{2})(?![\d-])/, (y = "", m) => day(`20${y}`, m, 1)],
	[/^(\d{4})-(\p{L}+)-(\d{1,2})(?!\d)/u, (y = "", name = "", d) => day(y, readMonth(name), d)],
	// A number that is no day is the year.
	[/^(3[2-9]|[4-9]\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)/, day],
	[/^(\d{1,2})[.-](\d{1,2})[.-](\d{4}|\d{2})(?!\d)/, (d, m, y = "") => day(y, m, d)],
	[
		/^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/,
		(a, b, y = "") => (Number(a) > 12 ? day(y, b, a) : day(y, a, b)),
	],
	[/^(\d{4})(?=$|t)/, (y = "") => day(y, 1, 1)],
];

const NAMED: Notation[] = [
	[
		/(?:^|[^\d:])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s\-/]*(?:de |of |d['’])?(\p{L}{3,})\.?[\s\-/]*(?:de |del )?'?(\d{4}|\d{2})(?![\d:])/u,
		(d, name = "", y = "") => day(y, readMonth(name) ?? 0, d),
	],
	[
		/(\d{4})[\s\-/]+(\p{L}{3,})\.?[\s\-/]+(\d{1,2})(?!\d)/u,
		(y = "", name = "", d) => day(y, readMonth(name) ?? 0, d),
	],
	[
		/(\p{L}{3,})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?(?![\d:]).*?(?<![\d+:-])(\d{4})(?!\d)/u,
		(name = "", d, y = "") => day(y, readMonth(name) ?? 0, d),
	],
	[
		/(\p{L}{3,})\.? +(\d{1,2}) +'?(\d{2})(?![\d:])/u,
		(name = "", d, y = "") => day(y, readMonth(name) ?? 0, d),
	],
];

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
