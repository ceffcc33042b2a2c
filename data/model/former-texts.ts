import { isCutOff } from "./cut-off";
import { changeOfText, comparedText, type TextThen } from "./edit";
import type { FormerText, FullText } from "./full-text";
import type { Revision } from "./headline";

/** The first whole text of a headline and the last ones: so many former ones are kept. */
export const MAX_FORMER = 4;
/** They have this many characters together: what is longer is read with its article, each time. */
export const MAX_FORMER_LENGTH = 1_000_000;

const textOf = (html: string | undefined): TextThen => ({
	kind: html === undefined ? "bare" : isCutOff(html) ? "cut-off" : "article",
	html,
});

/** Whether a page gives the beginning alone of what it once gave. */
export const isLess = (before: string | undefined, now: string | undefined): boolean =>
	changeOfText(textOf(before), textOf(now)) === "less";

/** Whether two whole texts have the same words. */
export const isSameText = ({ html: one }: FullText, { html: other }: FullText): boolean =>
	one === other || comparedText(one ?? "") === comparedText(other ?? "");

const lengthOf = (texts: readonly FormerText[]): number =>
	texts.reduce((length, { html }) => length + html.length, 0);

/**
 * What of some former texts is kept: the very first, and the last ones. The text that then comes after the first took
 * the place of the one that goes, so that it was seen with that.
 */
function withinBounds(texts: readonly FormerText[]): FormerText[] {
	if (texts.length <= MAX_FORMER && lengthOf(texts) <= MAX_FORMER_LENGTH) return [...texts];
	const [first, second, ...others] = texts;
	const isBetween = first && second && others.length > 0;
	return withinBounds(isBetween ? [{ ...first, seenAt: second.seenAt }, ...others] : texts.slice(1));
}

/**
 * A headline's whole text as it has come, with what its page gave before: what was there until now is one more, where
 * it was edited, and else nothing is added. `edits` are those that its source has sent, oldest first.
 */
export function withFormer(
	known: FullText | undefined,
	came: FullText,
	edits: readonly Pick<Revision, "seenAt">[],
): FullText {
	if (known?.html === undefined || came.state !== "there") return came;
	const { html, at, readAt = at, former = [] } = known;
	const isEdit = changeOfText(textOf(html), textOf(came.html)) === "edited";
	const told = edits.findLast(({ seenAt }) => seenAt > readAt && seenAt <= came.at);
	const all = isEdit ? withinBounds([...former, { html, seenAt: told?.seenAt ?? came.at }]) : former;
	return all.length > 0 ? { ...came, former: all } : came;
}

/**
 * What is to be kept of a headline's whole text where a backup brings one: what is missing here, be it only what was
 * there before the same text. Undefined where nothing is.
 */
export function addedText(here: FullText | undefined, brought: FullText): FullText | undefined {
	if (!here || (here.html === undefined && brought.html !== undefined)) return brought;
	const { former } = brought;
	if (here.former || !former || here.html !== brought.html) return undefined;
	return { ...here, former };
}
