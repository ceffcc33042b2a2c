import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Clock } from "./dwell-on";

/** After the tape was put somewhere, by the user or at its beginning, it rests there for so long. */
const REST_MS = 1_800;

/** What keeps the tape still, besides its user's pause. */
export type TapeHold = "pointedAt" | "focused" | "selecting" | "grabbed" | "hidden" | "quiet" | "still";

/** All that keeps a tape still: the user's pause, what holds it, and its rest after it was put somewhere. */
export interface TapeHolds {
	/** Whether the user, quiet hours or reduced motion have it paused; what holds it for a moment doesn't count. */
	readonly paused: ReadonlySignal<boolean>;
	readonly resting: ReadonlySignal<boolean>;
	/** Whether nothing keeps it still. */
	readonly free: ReadonlySignal<boolean>;
	togglePaused(): void;
	/** Who presses play means it: what holds it just then does so no more, until it begins anew. */
	hold(by: TapeHold, isHeld: boolean): void;
	/** Lets it rest from now on. */
	rest(): void;
}

/** Makes what keeps a tape still; `onRested` is called when a rest is over, and before anything moves again. */
export function createTapeHolds(clock: Clock, onRested: () => void): TapeHolds {
	const isStopped = signal(false);
	const resting = signal(false);
	const held = signal<ReadonlySet<TapeHold>>(new Set());
	const paused = computed(() => isStopped.value || held.value.has("quiet") || held.value.has("still"));

	let cancelRest: (() => void) | undefined;
	const endRest = () => {
		cancelRest?.();
		cancelRest = undefined;
		resting.value = false;
	};
	const rest = () => {
		cancelRest?.();
		if (held.peek().has("hidden")) return;
		resting.value = true;
		cancelRest = clock.after(REST_MS, () => {
			onRested();
			endRest();
		});
	};

	return {
		paused,
		resting,
		free: computed(() => !paused.value && !resting.value && held.value.size === 0),
		togglePaused() {
			batch(() => {
				isStopped.value = !paused.value;
				if (isStopped.value) return;
				// Who presses play wants it to move, though the pointer and the focus are still on the button.
				endRest();
				held.value = new Set(held.value.has("hidden") ? ["hidden"] : []);
			});
		},
		hold(by, isHeld) {
			if (held.value.has(by) === isHeld) return;
			batch(() => {
				const others = [...held.value].filter((other) => other !== by);
				held.value = new Set(isHeld ? [...others, by] : others);
				// Hidden, it holds no timer; and back again, there is a moment to find one’s place.
				if (by === "hidden") isHeld ? endRest() : rest();
				if (by === "grabbed" && !isHeld) rest();
			});
		},
		rest,
	};
}
