import { signal } from "@preact/signals";
import { createTape, type TapeLine } from "@/components/signals/tape";
import type { Run } from "@/data/model/run";
import { DEFAULT_SETTINGS } from "@/data/model/settings";
import { fakeBackground } from "./background";
import { handClock } from "./clock";

/** How long each headline takes to go by. */
export const EACH_MS = 1_000;
/** Longer than the tape rests. */
export const A_REST_MS = 2_000;
/** By how much timers may come late, for each headline. */
export const LATE_MS = 50;

/** A tape of a run, with its clock and what the background is told; nothing shows it yet. */
export function openTape(run: Run) {
	const clock = handClock();
	const background = fakeBackground();
	const ticker = signal(run);
	const tape = createTape({ ticker, settings: signal(DEFAULT_SETTINGS) }, background.send, clock, false);
	const ids = () => tape.entries.value.map((entry) => entry.headline.id).join("");
	return { clock, background, ticker, tape, ids, shown: () => background.told.flatMap(shownIn) };
}

const shownIn = ({ command, ask }: { command: string; ask: unknown }) =>
	// The background was told a mark, and a mark names headlines.
	command === "mark" ? (ask as { ids: string[] }).ids : [];

/** Shows a tape on a line on which each headline takes a second, and two are in sight. */
export function showTape({ tape, clock }: ReturnType<typeof openTape>) {
	let base = tape.gone.value;
	let since: number | null = null;
	let firstKey = tape.entries.value[0]?.key ?? 0;
	const position = () => {
		const key = tape.entries.value[0]?.key ?? 0;
		base -= key - firstKey;
		firstKey = key;
		return base + (since === null ? 0 : (clock.now() - since) / EACH_MS);
	};
	const last = () => tape.entries.value.length;
	const line: TapeLine = {
		gone: () => Math.min(Math.floor(position()), last()),
		seen: () => Math.min(Math.floor(position()) + 2, last()),
		msToNextExit: () => (position() >= last() ? null : (Math.floor(position()) + 1 - position()) * EACH_MS),
		run(moves) {
			base = position();
			since = moves ? clock.now() : null;
		},
		step(by) {
			base = Math.max(Math.floor(position()) + by, 0);
			if (since !== null) since = clock.now();
		},
	};
	tape.show(line);
}

/** A tape whose rest at the beginning is over. */
export function openMoving(run: Run) {
	const opened = openTape(run);
	showTape(opened);
	opened.clock.pass(A_REST_MS);
	return opened;
}
