import { signal } from "@preact/signals";
import { createTicker } from "@/components/signals/ticker";
import type { Run } from "@/data/model/run";
import { DEFAULT_SETTINGS } from "@/data/model/settings";
import { fakeBackground } from "./background";
import { handClock } from "./clock";

/** A ticker of a run, with its clock, what the background is told, and which sources are muted. */
export function openTicker(run: Run) {
	const clock = handClock();
	const background = fakeBackground();
	const ticker = signal(run);
	const settings = signal(DEFAULT_SETTINGS);
	const muted: string[] = [];
	const model = createTicker({ ticker, settings }, background.send, clock, (id, title) =>
		muted.push(`${id} ${title}`),
	);
	return {
		clock,
		background,
		ticker,
		settings,
		model,
		muted,
		shown: () => model.standing.value.headline?.id,
	};
}
