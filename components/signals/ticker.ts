import { batch, computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";
import { dwellOf } from "../ticker/pace";
import {
	type Dwell,
	type Holds,
	hold,
	idAfter,
	isAhead,
	leftOf,
	letRun,
	mayRotate,
	type Standing,
	standAt,
} from "../ticker/rotation";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";

/** The clock that the ticker runs by; a test hands in its own. */
export interface Clock {
	now(): number;
	/** Calls back after so many milliseconds, unless the function that it returns is called before. */
	after(ms: number, act: () => void): () => void;
}

/** The ticker of one page. */
export interface Ticker {
	readonly standing: ReadonlySignal<Standing>;
	/** Whether the user has it paused; what merely holds it for a moment doesn't count. */
	readonly paused: ReadonlySignal<boolean>;
	readonly rotating: ReadonlySignal<boolean>;
	/** How long the headline shown stays in all, in milliseconds. */
	readonly dwellMs: ReadonlySignal<number>;
	/** What a screen reader is told: the headline, but only when the user stepped to it. */
	readonly said: ReadonlySignal<string>;
	next(): void;
	previous(): void;
	togglePaused(): void;
	restart(): void;
	hold(by: "pointedAt" | "focused" | "hidden", held: boolean): void;
}

/** Makes the ticker of a page. With reduced motion it waits for the user to press play. */
export function createTicker(
	front: Followed<"ticker" | "settings">,
	send: Send,
	clock: Clock,
	reducedMotion: boolean,
): Ticker {
	const at = signal<HeadlineId | null>(null);
	const passed = signal<ReadonlySet<HeadlineId>>(new Set());
	const holds = signal<Holds>({ paused: reducedMotion, pointedAt: false, focused: false, hidden: false });
	const said = signal("");

	const standing = computed(() => standAt(front.ticker.value, at.value, passed.value));
	const id = computed(() => standing.value.headline?.id ?? null);
	const title = computed(() => standing.value.headline?.title ?? "");
	const dwellMs = computed(() => dwellOf(title.value, front.settings.value.wordsPerMinute));
	const rotating = computed(() => id.value !== null && mayRotate(holds.value));

	const pass = (headline: HeadlineId) => {
		const to = idAfter(front.ticker.value, headline);
		batch(() => {
			passed.value = new Set(passed.value).add(headline);
			at.value = to;
		});
		void send("mark", { ids: [headline], act: "shown" });
	};

	// A run that another page began anew owes this page nothing of the old one.
	const startedAt = computed(() => front.ticker.value.startedAt);
	effect(() => {
		startedAt.value;
		passed.value = new Set();
	});

	// What is shown stays, whatever comes in before it: nothing changes under the eyes or the pointer.
	effect(() => {
		if (id.value !== null) at.value = id.value;
	});

	let dwell: Dwell = { leftMs: 0, since: null };
	let dwelling: HeadlineId | null = null;
	effect(() => {
		if (dwelling !== id.value) {
			dwelling = id.value;
			dwell = { leftMs: dwellMs.value, since: null };
		}
		const shown = id.value;
		if (!rotating.value || shown === null) return;
		dwell = letRun(dwell, clock.now());
		const cancel = clock.after(leftOf(dwell, clock.now()), () => {
			said.value = "";
			pass(shown);
		});
		return () => {
			cancel();
			dwell = hold(dwell, clock.now());
		};
	});

	const say = () => {
		said.value = standing.value.headline?.title ?? "You are caught up.";
	};

	return {
		standing,
		paused: computed(() => holds.value.paused),
		rotating,
		dwellMs,
		said,
		next() {
			if (id.value === null) return;
			pass(id.value);
			say();
		},
		previous() {
			const to = standing.value.previous;
			if (to === undefined) return;
			at.value = to;
			say();
		},
		togglePaused() {
			// Who presses play wants it to move, though the pointer and the focus are still on the button.
			holds.value = holds.value.paused
				? { ...holds.value, paused: false, pointedAt: false, focused: false }
				: { ...holds.value, paused: true };
		},
		restart() {
			batch(() => {
				passed.value = new Set();
				at.value = null;
			});
			void send("restartRun", null);
		},
		hold(by, held) {
			if (holds.value[by] === held) return;
			holds.value = { ...holds.value, [by]: held };
			// Another tab may have gone on in the meantime: the run is one, wherever it is seen.
			if (by === "hidden" && !held && !isAhead(front.ticker.value, at.value)) at.value = null;
		},
	};
}
