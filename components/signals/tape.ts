import { batch, computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";
import type { TickerHeadline } from "@/data/model/run";
import { saySaved } from "../ticker/headline-words";
import type { Standing } from "../ticker/rotation";
import { isRightToLeft } from "../ticker/tape-geometry";
import { aheadIn, beginStrip, type Entry, refill, type Strip, standOn } from "../ticker/tape-strip";
import type { Clock } from "./dwell-on";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";
import { createSaves } from "./saves";
import { createTapeHolds, type TapeHold } from "./tape-holds";
import { createTapePassed } from "./tape-passed";
import { createTapeRead } from "./tape-read";

/** An exit is looked at a moment after it should have happened: timers and frames don't quite agree. */
const LATE_MS = 20;

/** The strip as it lies on the screen, for the model to ask and to move; components/ticker/tape-line.ts is one. */
export interface TapeLine {
	/** How many entries have gone by. */
	gone(): number;
	/** How many entries have gone by or are in sight. */
	seen(): number;
	/** Milliseconds until the next entry has gone by; null where none will. */
	msToNextExit(): number | null;
	/** Lets it move by itself, or holds it. */
	run(moves: boolean): void;
	/** Goes an entry on or back. */
	step(by: 1 | -1): void;
}

/** The tape of one page: a line of headlines that goes by at reading pace, and has an end. */
export interface Tape {
	readonly entries: ReadonlySignal<readonly Entry[]>;
	/** How many entries have gone by; all of them at the end. */
	readonly gone: ReadonlySignal<number>;
	/** The headline that stands at the margin, as it is now; absent at the end. */
	readonly current: ReadonlySignal<TickerHeadline | undefined>;
	/** Whether the tape is read, and so moves, from right to left to the other side. */
	readonly rtl: ReadonlySignal<boolean>;
	readonly standing: ReadonlySignal<Standing>;
	/** Whether the user, quiet hours or reduced motion have it paused; what holds it for a moment doesn't count. */
	readonly paused: ReadonlySignal<boolean>;
	readonly moving: ReadonlySignal<boolean>;
	readonly wordsPerMinute: ReadonlySignal<number>;
	/** What a screen reader is told: the headline, but only when the user stepped to it. */
	readonly said: ReadonlySignal<string>;
	next(): void;
	previous(): void;
	togglePaused(): void;
	/** Begins the run again with everything unread. */
	restart(): void;
	/** Whether a headline is saved, as far as this page knows. */
	isSaved(headline: TickerHeadline): boolean;
	/** The headlines that were marked as read on this page. */
	readonly read: ReadonlySignal<ReadonlySet<HeadlineId>>;
	/**
	 * Marks a headline's story as read; steps on, if it is the current one, and else says so. Where that is refused, it
	 * is taken back, which is said, too.
	 */
	markRead(headline: TickerHeadline): void;
	/** Saves a headline, or no longer, and says so. */
	toggleSaved(headline: TickerHeadline): void;
	/** Who presses play means it: what holds the page just then does so no more, until it begins anew. */
	hold(by: TapeHold, held: boolean): void;
	/** Gives the tape the line that shows it; null when that is taken away. */
	show(line: TapeLine | null): void;
	/** Tells that the line was laid anew. */
	laid(): void;
	/** Tells that the user is moving the line; call it before each move and {@link Tape.laid} after it. */
	rest(): void;
}

/** Makes the tape of a page; `isPageRtl` decides the direction where the headlines don't. */
export function createTape(
	front: Followed<"ticker" | "settings">,
	send: Send,
	clock: Clock,
	isPageRtl: boolean,
): Tape {
	const strip = signal<Strip>({ entries: [], gone: 0 });
	const passed = createTapePassed(send);
	const rtl = signal(isPageRtl);
	const line = signal<TapeLine | null>(null);
	/** Moves on whenever the line may stand elsewhere than it did. */
	const changes = signal(0);
	const said = signal("");
	const read = createTapeRead(send);
	const saves = createSaves(front.ticker, send);

	const holds = createTapeHolds(clock, () => settle());
	const entries = computed(() => strip.value.entries);
	const gone = computed(() => strip.value.gone);
	const current = computed(() => entries.value[gone.value]?.headline);
	const standing = computed(() => standOn(strip.value, front.ticker.value, passed.ids.value));
	const moving = computed(() => current.value !== undefined && holds.free.value);

	/** Reads off the line how many have gone by. */
	const look = () => {
		const at = line.value?.gone();
		if (at !== undefined && at !== gone.value) strip.value = { ...strip.value, gone: at };
	};

	/** Takes note of what has gone by. */
	const settle = () =>
		batch(() => {
			look();
			passed.pass(entries.value.slice(0, gone.value), !moving.value);
			changes.value++;
		});

	let nextKey = 0;
	let startedAt = -1;
	const put = (next: Strip) => {
		strip.value = next;
		nextKey = Math.max(nextKey, ...next.entries.map(({ key }) => key + 1));
	};
	const begin = () => {
		const run = front.ticker.value;
		const begun = beginStrip(run, passed.ids.value, nextKey);
		passed.takeIn(begun.entries.slice(0, begun.gone));
		put(begun);
		rtl.value = isRightToLeft(
			begun.entries.map(({ headline }) => headline.title),
			isPageRtl,
		);
		holds.rest();
	};
	effect(() => {
		const run = front.ticker.value;
		untracked(() =>
			batch(() => {
				look();
				// A run that was begun anew, here or on another page, owes this page nothing of the old one.
				if (run.startedAt !== startedAt) {
					startedAt = run.startedAt;
					passed.beginAnew();
				}
				if (current.value) {
					// Whoever has scrubbed back comes forward again through what has gone by.
					const back = entries.value.findLastIndex(passed.has) + 1;
					const seen = Math.max(line.value?.seen() ?? 0, gone.value, back);
					put(refill(strip.value, seen, run, passed.ids.value, nextKey));
				} else if (entries.value.length === 0 || aheadIn(run, passed.ids.value).length > 0) begin();
			}),
		);
	});

	effect(() => {
		changes.value;
		const moves = moving.value;
		line.value?.run(moves);
		const ms = moves ? line.value?.msToNextExit() : null;
		if (ms !== null && ms !== undefined) return clock.after(ms + LATE_MS, settle);
	});

	// What holds it may be the last thing that this page hears of, as when the tab is closed.
	effect(() => {
		if (!moving.value && !holds.resting.value) untracked(settle);
	});

	const say = () => {
		said.value = current.value?.title ?? "You are caught up.";
	};

	const next = () => {
		if (!current.value) return;
		holds.rest();
		line.value?.step(1);
		settle();
		say();
	};
	const isSaved = (headline: TickerHeadline) => saves.asItIs(headline).saved === true;

	return {
		entries,
		gone,
		current: computed(() => current.value && saves.asItIs(current.value)),
		rtl,
		standing,
		paused: holds.paused,
		moving,
		wordsPerMinute: computed(() => front.settings.value.wordsPerMinute),
		said,
		next,
		previous() {
			holds.rest();
			if (current.value) line.value?.step(-1);
			else strip.value = { ...strip.value, gone: Math.max(gone.value - 1, 0) };
			settle();
			say();
		},
		togglePaused: holds.togglePaused,
		restart() {
			passed.beginAnew();
			void send("restartRun", null);
		},
		isSaved,
		read: read.ids,
		markRead(headline) {
			void read.mark(headline).then((isRead) => {
				if (!isRead) said.value = `Still unread: ${headline.title}`;
			});
			if (headline.id === current.value?.id) next();
			else said.value = `Marked read: ${headline.title}`;
		},
		toggleSaved(headline) {
			said.value = saySaved(!isSaved(headline), headline.title);
			saves.toggle(headline);
		},
		hold: holds.hold,
		show(shown) {
			line.value = shown;
		},
		laid() {
			batch(() => {
				look();
				changes.value++;
			});
		},
		rest: holds.rest,
	};
}
