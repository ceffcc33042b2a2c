import { sayLongDay } from "../headlines/age";

/** What is said of an article where it is passed on. */
export interface Shared {
	title: string;
	source: string;
	/** Milliseconds since 1970. */
	publishedAt: number;
	/** Where the original is; absolute. */
	url?: string | undefined;
	author?: string | undefined;
}

/** Where an article is from: its source and its day. */
export const originOf = ({ source, publishedAt }: Shared): string =>
	[source, sayLongDay(publishedAt)].filter(Boolean).join(", ");

/** A quotation of what somebody has selected, or of the headline alone, with where it is from. */
export function quotationOf(shared: Shared, selected: string): string {
	const words = selected.trim().replace(/\n{3,}/g, "\n\n");
	const { title, url } = shared;
	const lines = words
		? [`“${words}”`, `— ${title}. ${originOf(shared)}`]
		: [`“${title}”`, `— ${originOf(shared)}`];
	return [...lines, ...(url ? [url] : [])].join("\n");
}
