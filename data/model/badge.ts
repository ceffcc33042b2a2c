import type { Run } from "./run";
import type { Settings } from "./settings";

/** What a run counts. */
export type RunCounts = Pick<Run, "unread" | "fresh" | "watched">;

/** A toolbar icon has room for four characters. */
const BADGE_LIMIT = 999;

const digits = new Intl.NumberFormat("en");

const headlines = (count: number): string => (count === 1 ? "headline" : "headlines");

/** What each badge counts, and how the toolbar button's tooltip says it. */
const COUNTS: Record<
	Settings["badge"],
	{ count: keyof RunCounts; some: (n: number) => string; none: string }
> = {
	unread: { count: "unread", some: (n) => `unread ${headlines(n)}`, none: "nothing unread" },
	new: { count: "fresh", some: (n) => `new ${headlines(n)} since you last looked`, none: "nothing new" },
	watched: {
		count: "watched",
		some: (n) => `unread watched ${headlines(n)}`,
		none: "nothing watched is unread",
	},
	none: { count: "unread", some: (n) => `unread ${headlines(n)}`, none: "nothing unread" },
};

/** What the toolbar button shows: the badge's text, capped, and a tooltip with the whole number. */
export function badgeOf(counts: RunCounts, badge: Settings["badge"]): { text: string; title: string } {
	const { count, some, none } = COUNTS[badge];
	const number = counts[count];
	const capped = number > BADGE_LIMIT ? `${BADGE_LIMIT}+` : String(number);
	return {
		text: badge === "none" || number === 0 ? "" : capped,
		title: `Headline Ticker: ${number === 0 ? none : `${digits.format(number)} ${some(number)}`}`,
	};
}
