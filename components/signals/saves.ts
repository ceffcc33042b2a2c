import { type ReadonlySignal, signal } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";
import type { Run, TickerHeadline } from "@/data/model/run";
import type { Send } from "./headline-list";

/** Which headlines are saved, on a page that shows some which the run has let go. */
export interface Saves {
	/** The headline as the run has it now; one that the run has no more, as it was left on this page. */
	asItIs(headline: TickerHeadline): TickerHeadline;
	/** Saves a headline, or no longer. */
	toggle(headline: TickerHeadline): void;
}

/** Makes what a page knows of the saved. */
export function createSaves(run: ReadonlySignal<Run>, send: Send): Saves {
	const left = signal<ReadonlyMap<HeadlineId, boolean>>(new Map());
	const asItIs = (headline: TickerHeadline): TickerHeadline => {
		const known = run.value.headlines.find(({ id }) => id === headline.id);
		if (known) return known;
		const { saved, ...rest } = headline;
		const isSaved = left.value.get(headline.id) ?? saved === true;
		return isSaved ? { ...rest, saved: true } : rest;
	};
	const leave = (id: HeadlineId, isSaved: boolean) => {
		left.value = new Map(left.value).set(id, isSaved);
	};
	return {
		asItIs,
		toggle(headline) {
			const { id } = headline;
			const saved = asItIs(headline).saved === true;
			leave(id, !saved);
			void send("mark", { ids: [id], act: saved ? "unsaved" : "saved" }).then(({ ok }) => {
				if (!ok) leave(id, saved);
			});
		},
	};
}
