import type { Revision } from "./headline";

/** The first wording and the last ones: so many of one headline are kept. */
export const MAX_REVISIONS = 10;

/** Whether two wordings, of which one says nothing of its text, may be one. */
const isSame = (one: Revision, other: Revision): boolean =>
	one.title === other.title &&
	(one.html === other.html || one.html === undefined || other.html === undefined);

/** By which one knows a wording again that both have from one device. */
const nameOf = ({ seenAt, title }: Revision): string => `${seenAt}\n${title}`;

/** A wording with the text of another, where it has none of its own. */
export const withText = (wording: Revision, { html }: Revision): Revision =>
	wording.html === undefined && html !== undefined ? { ...wording, html } : wording;

/** Wordings of which no two that follow each other are one. */
function told(wordings: readonly Revision[]): Revision[] {
	const apart: Revision[] = [];
	for (const wording of wordings) {
		const last = apart.at(-1);
		if (last && isSame(last, wording)) apart[apart.length - 1] = withText(last, wording);
		else apart.push(wording);
	}
	return apart;
}

/** As many as are kept: the second goes, and its text stays with the first where that has none. */
function bounded(wordings: readonly Revision[]): Revision[] {
	let kept = [...wordings];
	while (kept.length > MAX_REVISIONS) {
		const [first, second, ...others] = kept;
		if (!first || !second) return kept;
		kept = told([withText(first, second), ...others]);
	}
	return kept;
}

/**
 * What a headline was called, by two who have followed it, as one: oldest first, each wording once though they saw it
 * go at different times, and of many the first and the last ones.
 */
export function joinWordings(ours: readonly Revision[], theirs: readonly Revision[]): Revision[] {
	const known = new Set(ours.map(nameOf));
	const fresh = theirs.filter((wording) => !known.has(nameOf(wording)));
	return bounded(told([...ours, ...fresh].toSorted((a, b) => a.seenAt - b.seenAt)));
}
