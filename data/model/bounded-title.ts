import { settledDirection } from "./settled-direction";

/** The longest title that is kept, in characters: more than any format's own reader lets through. */
const LONGEST_TITLE = 2000;

/**
 * A title that isn't longer than storage can bear, which holds hundreds of them under one key. One that is cut
 * ends with an ellipsis. Nothing in it turns round what stands beside it.
 */
export function boundedTitle(title: string): string {
	const bounded =
		title.length <= LONGEST_TITLE
			? title
			: `${title.slice(0, LONGEST_TITLE).replace(/[\ud800-\udbff]$/, "")}…`;
	return settledDirection(bounded);
}
