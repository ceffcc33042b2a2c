import type { FullTextReading, FullTextState } from "../signals/full-text";
import { Button } from "../ui/button";
import { Words } from "../ui/words";
import { sayPageTrouble } from "../words/page-trouble";

/** What is said of the whole text; nothing where it is only on offer. */
function sayState(state: FullTextState): string {
	switch (state.kind) {
		case "fetching":
			return `Reading the page at ${state.host}…`;
		case "shown":
			return [
				`The whole text, from the page itself at ${state.host}${state.isOld ? ", as it was before the edit" : ""}.`,
				...(state.isSame ? ["It says what it said before."] : []),
				...(state.trouble ? [sayPageTrouble(state.trouble, state.host)] : []),
			].join(" ");
		case "put-away":
			return "This is what the source gave.";
		case "come":
			return `The whole text has come, from the page itself at ${state.host}.`;
		case "offered":
			return state.trouble ? sayPageTrouble(state.trouble, state.host) : "";
		case "none":
			return "";
	}
}

/** The words of the button that goes between the two. */
const BACK = "Show the source’s version";
const ON = "Show the whole text";

function wordsOf(state: FullTextState) {
	if (state.kind === "shown" || (state.kind === "fetching" && state.isAgain))
		return <Words say={BACK} or={ON} />;
	if (state.kind === "put-away" || state.kind === "come") return <Words say={ON} or={BACK} />;
	return state.kind === "offered" && state.trouble ? "Try again to read in full" : "Read in full";
}

/** Fetches the whole text, or goes between it and what the source gave. */
export function FullTextButton({ fullText }: { fullText: FullTextReading }) {
	const state = fullText.state.value;
	if (state.kind === "none") return null;
	return (
		<>
			<Button disabled={state.kind === "fetching"} onClick={fullText.toggle}>
				{wordsOf(state)}
			</Button>
			{state.kind === "shown" && state.isOld && (
				<Button onClick={() => void fullText.ask()}>Read the edited text</Button>
			)}
		</>
	);
}

/**
 * Says where the whole text is from, or why there is none, and looks for a newer one. It stands in the page even while
 * it has nothing to say: a screen reader hears only changes to a live region that was there before.
 */
export function FullTextNote({ fullText }: { fullText: FullTextReading }) {
	const state = fullText.state.value;
	const isFetching = state.kind === "fetching" && state.isAgain === true;
	return (
		<p class="article-from">
			<span role="status">{sayState(state)}</span>
			{(isFetching || (state.kind === "shown" && !state.isOld)) && (
				<button
					type="button"
					class="link-button"
					// Still there, and the focus with it, while the page is read.
					aria-disabled={isFetching ? "true" : undefined}
					onClick={() => void fullText.ask()}
				>
					Read the page again
				</button>
			)}
		</p>
	);
}
