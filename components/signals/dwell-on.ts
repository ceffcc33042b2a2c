import { effect, type ReadonlySignal } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";
import { type Dwell, hold, leftOf, letRun } from "../ticker/rotation";
import type { After } from "./timers";

/** The clock that the ticker runs by; a test hands in its own. */
export interface Clock {
	now(): number;
	after: After;
}

/**
 * Calls back when a headline has been shown for its dwell, in which the time that it doesn't rotate isn't
 * counted. One timer is set while it rotates, and none while it doesn't.
 */
export function dwellOn(
	id: ReadonlySignal<HeadlineId | null>,
	dwellMs: ReadonlySignal<number>,
	rotating: ReadonlySignal<boolean>,
	clock: Clock,
	onEnd: () => void,
): void {
	let dwell: Dwell = { leftMs: 0, since: null };
	let dwelling: HeadlineId | null = null;
	effect(() => {
		if (dwelling !== id.value) {
			dwelling = id.value;
			dwell = { leftMs: dwellMs.value, since: null };
		}
		if (!rotating.value) return;
		dwell = letRun(dwell, clock.now());
		const cancel = clock.after(leftOf(dwell, clock.now()), onEnd);
		return () => {
			cancel();
			dwell = hold(dwell, clock.now());
		};
	});
}
