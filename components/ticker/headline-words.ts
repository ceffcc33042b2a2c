import type { TickerHeadline } from "@/data/model/run";

/** As many other sources of a story as are named. */
const NAMED = 3;

/** In characters; a longer title is set smaller, so that it fits a page with its controls. */
const LONG_TITLE = 140;

/** The classes of a heading that holds this title. */
export const headingClass = (title: string): string =>
	title.length > LONG_TITLE ? "ticker-heading ticker-long" : "ticker-heading";

function sayCopies(names: readonly string[]): string {
	const more = names.length - NAMED;
	return `also in ${names.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** What is said of a headline beside its source and its age, in the order in which it stands there. */
export function wordsOf({ watched, kind, sourceTitle, copies = [] }: TickerHeadline): string[] {
	const others = [...new Set(copies.map((copy) => copy.sourceTitle))].filter((name) => name !== sourceTitle);
	return [
		...(watched ? ["Watched"] : []),
		...(kind === "video" ? ["Video"] : []),
		...(kind === "cut-off" ? ["Cut off"] : []),
		...(others.length > 0 ? [sayCopies(others)] : []),
	];
}

/** Says where a headline stands in the run. */
export const sayPlace = (place: number, total: number): string => `${place} of ${total}`;

/** Says that a headline was saved, or let go. */
export const saySaved = (saved: boolean, title: string): string =>
	`${saved ? "Saved" : "No longer saved"}: ${title}`;
