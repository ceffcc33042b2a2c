import { effect } from "@preact/signals";
import type { Speech } from "../signals/speech";
import type { SpokenText } from "./spoken-text";

/** The name under which the style sheet finds what is being said. */
const NAME = "spoken";

const isInSight = ({ top, bottom }: DOMRect): boolean => top >= 0 && bottom <= window.innerHeight * 0.8;

/**
 * Marks the sentence that is being said, without a change to the page itself, and keeps it in sight, until the
 * function that it returns is called.
 */
export function markSpoken(speech: Speech, name: string, spoken: readonly SpokenText[]): () => void {
	const stop = effect(() => {
		const place = speech.place.value;
		const passage = place?.name === name ? spoken[place.passage] : undefined;
		if (!place || !passage) {
			CSS.highlights.delete(NAME);
			return;
		}
		const said = passage.text.slice(place.start, place.end);
		const range = passage.rangeOf(place.start, place.start + said.trimEnd().length);
		CSS.highlights.set(NAME, new Highlight(range));
		const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
		if (!isInSight(range.getBoundingClientRect()))
			range.startContainer.parentElement?.scrollIntoView({
				block: "center",
				behavior: still ? "auto" : "smooth",
			});
	});
	return () => {
		stop();
		CSS.highlights.delete(NAME);
	};
}
