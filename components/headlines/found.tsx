import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isSameScope } from "@/data/model/scope";
import type { HeadlineList } from "../signals/headline-list";
import { countOf } from "../words/count";

/** Whoever types on within this time hasn't searched yet: it would be said over their own letters. */
const SETTLED_MS = 800;

export const LOOKING = "Looking further back…";

/** What of a list its search is told by. */
type Searched = Pick<HeadlineList, "words" | "tab" | "scope" | "rows" | "hasMore" | "isLooking">;

/** Says that nothing was found: in a part of what is kept it says no more than that. */
export const sayNoneFound = ({ tab, scope }: Pick<Searched, "tab" | "scope">): string =>
	tab.value === "all" && isSameScope(scope.value, {})
		? "No headline has these words."
		: "No headline here has these words.";

/** Says what a search comes to; nothing where nobody searches. */
function sayFound(list: Searched): string {
	const { words, rows, hasMore, isLooking } = list;
	if (words.value.length === 0) return "";
	if (isLooking.value) return LOOKING;
	const count = rows.value.length;
	if (count === 0) return sayNoneFound(list);
	return `${hasMore.value ? "More than " : ""}${countOf(count, "headline")} found.`;
}

/**
 * Tells a screen reader what a search comes to, once it has settled, and again only for other words or another end. It
 * is no `status`, which is where a page says what happened.
 */
export function Found({ list }: { list: Searched }) {
	const said = useSignal({ of: "", text: "" });
	const { words, tab, scope, isLooking } = list;
	useEffect(() => {
		const timer = setTimeout(() => {
			said.value = { of: words.value.join(" "), text: sayFound(list) };
		}, SETTLED_MS);
		return () => clearTimeout(timer);
	}, [words.value, tab.value, scope.value, isLooking.value, list.rows.value.length === 0]);
	return (
		<p class="unseen" aria-live="polite">
			{said.value.text !== "" && <span key={said.value.of}>{said.value.text}</span>}
		</p>
	);
}
