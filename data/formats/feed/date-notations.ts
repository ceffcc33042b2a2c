import { readMonth } from "./months";

/** How far Korea is east of UTC. */
export const KOREA_MINUTES = 9 * 60;

/** A day as a text names it. */
export interface Day {
	year: number;
	month: number;
	day: number;
	/** Minutes east of UTC, where the notation implies them. */
	zone?: number;
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
export const FIGURES: readonly Notation[] = [
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

/** Dates whose month has a name, wherever in the text they stand. */
export const NAMED: readonly Notation[] = [
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
