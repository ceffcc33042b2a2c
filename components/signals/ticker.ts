import { batch, computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { HeadlineId, SourceId } from "@/data/model/headline";
import { saySaved } from "../ticker/headline-words";
import { dwellOf } from "../ticker/pace";
import { type Holds, idsOf, isAhead, mayRotate, type Standing, standAt } from "../ticker/rotation";
import { type Clock, dwellOn } from "./dwell-on";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";

/** The ticker of one page. */
export interface Ticker {
	readonly standing: ReadonlySignal<Standing>;
	/** Whether it waits for the user to press play; what merely holds it for a moment doesn't count. */
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
	/** Marks the story that is shown as read, and steps on. */
	markRead(): void;
	/** Saves the headline that is shown, or no longer. */
	toggleSaved(): void;
	/** Mutes the source of the headline that is shown, and steps on. */
	mute(): void;
	/** Who presses play means it: what holds the page just then does so no more, until it begins anew. */
	hold(by: Exclude<keyof Holds, "paused">, held: boolean): void;
}

/** Mutes a source, whose name is for telling the user. */
export type MuteSource = (id: SourceId, title: string) => void;

const NOT_HELD: Holds = {
	paused: false,
	still: false,
	quiet: false,
	pointedAt: false,
	focused: false,
	selecting: false,
	hidden: false,
};

/**
 * Makes the ticker of a page. It begins with the headline that the page has painted already, if that is still to
 * be shown.
 */
export function createTicker(
	front: Followed<"ticker" | "settings">,
	send: Send,
	clock: Clock,
	muteSource: MuteSource,
	painted: HeadlineId | null = null,
): Ticker {
	const at = signal(isAhead(front.ticker.value, painted) ? painted : null);
	const passed = signal<ReadonlySet<HeadlineId>>(new Set());
	const holds = signal(NOT_HELD);
	const paused = computed(() => holds.value.paused || holds.value.still || holds.value.quiet);
	const said = signal("");

	const standing = computed(() => standAt(front.ticker.value, at.value, passed.value));
	const id = computed(() => standing.value.headline?.id ?? null);
	const title = computed(() => standing.value.headline?.title ?? "");
	const dwellMs = computed(() => dwellOf(title.value, front.settings.value.wordsPerMinute));
	const rotating = computed(() => id.value !== null && mayRotate(holds.value));

	// Whether the user has stepped back, and comes forward again through what was shown.
	let isBack = false;

	const pass = () => {
		const { headline, following, unseen } = standing.value;
		if (!headline) return;
		const to = isBack ? following : unseen;
		isBack &&= to !== unseen;
		const ids = idsOf(headline);
		const isNew = isAhead(front.ticker.value, headline.id) && !passed.value.has(headline.id);
		batch(() => {
			if (isNew) passed.value = new Set([...passed.value, ...ids]);
			at.value = to ?? null;
		});
		if (isNew) void send("mark", { ids, act: "shown" });
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

	dwellOn(id, dwellMs, rotating, clock, () => {
		said.value = "";
		pass();
	});

	const say = () => {
		said.value = standing.value.headline?.title ?? "You are caught up.";
	};
	const next = () => {
		if (id.value === null) return;
		pass();
		say();
	};

	return {
		standing,
		paused,
		rotating,
		dwellMs,
		said,
		next,
		previous() {
			const to = standing.value.previous;
			if (to === undefined) return;
			isBack = true;
			at.value = to;
			say();
		},
		togglePaused() {
			const { hidden } = holds.value;
			// Who presses play wants it to move, though the pointer and the focus are still on the button.
			holds.value = paused.value ? { ...NOT_HELD, hidden } : { ...holds.value, paused: true };
		},
		restart() {
			isBack = false;
			batch(() => {
				passed.value = new Set();
				at.value = null;
			});
			void send("restartRun", null);
		},
		markRead() {
			const { headline } = standing.value;
			next();
			if (headline) void send("mark", { ids: idsOf(headline), act: "read" });
		},
		toggleSaved() {
			const { headline } = standing.value;
			if (!headline) return;
			said.value = saySaved(!headline.saved, headline.title);
			void send("mark", { ids: [headline.id], act: headline.saved ? "unsaved" : "saved" });
		},
		mute() {
			const { headline } = standing.value;
			next();
			if (headline) muteSource(headline.source, headline.sourceTitle);
		},
		hold(by, held) {
			if (holds.value[by] === held) return;
			holds.value = { ...holds.value, [by]: held };
			// Another tab may have gone on in the meantime: the run is one, wherever it is seen.
			if (by === "hidden" && !held && !isAhead(front.ticker.value, at.value)) at.value = null;
		},
	};
}
