import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from "@preact/signals";
import { quietEndsAt } from "@/data/model/quiet-hours";
import type { TickerHeadline } from "@/data/model/run";
import type { TickerMode } from "@/data/model/settings";
import type { Note } from "../ui/notice";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";
import { tellingSend } from "./telling-send";
import type { MuteSource } from "./ticker";

/** What lies over the page: the sheet of keys, or the choice of views. */
export type Sheet = "keys" | "view" | null;

/** What moves headlines by itself, unless something holds it. */
interface Mover {
	hold(by: "hidden" | "selecting" | "quiet" | "still", held: boolean): void;
}

/** The page of a new tab, whatever it shows. */
export interface NewTabPage {
	readonly mode: ReadonlySignal<TickerMode>;
	readonly sheet: Signal<Sheet>;
	readonly note: Signal<Note | null>;
	/** Sends what somebody asks for; the page says it where that is refused. */
	readonly send: Send;
	/** When the quiet hours end, in milliseconds since 1970; null where it isn't quiet. */
	readonly quietUntil: ReadonlySignal<number | null>;
	/** When the sources are looked at next, in milliseconds since 1970; null where none is. */
	readonly nextLookAt: ReadonlySignal<number | null>;
	/** Lets what moves by itself in a mode be held by what holds the page, and while another mode is shown. */
	holdIn(mode: TickerMode, mover: Mover): void;
	choose(mode: TickerMode): void;
	/** Marks a headline as read that is opened elsewhere. */
	opened(headline: TickerHeadline): void;
	/** Mutes a source; the page tells so, and offers to undo it. */
	mute: MuteSource;
}

/** What the page is told of its surroundings. */
interface Surroundings {
	now: ReadonlySignal<number>;
	hidden: ReadonlySignal<boolean>;
	/** Whether text is selected. */
	selecting: ReadonlySignal<boolean>;
	reducedMotion: ReadonlySignal<boolean>;
}

/** Makes the page of a new tab. */
export function createNewTab(
	front: Followed<"ticker" | "settings" | "nextLookAt">,
	bare: Send,
	{ now, hidden, selecting, reducedMotion }: Surroundings,
): NewTabPage {
	const mode = computed(() => front.settings.value.tickerMode);
	const note = signal<Note | null>(null);
	const send = tellingSend(bare, note);
	const quietUntil = computed(() => quietEndsAt(front.settings.value.quietHours, now.value));
	const quiet = computed(() => quietUntil.value !== null);
	return {
		mode,
		sheet: signal<Sheet>(null),
		note,
		send,
		quietUntil,
		nextLookAt: front.nextLookAt,
		holdIn(shownIn, mover) {
			const holdWhile = (by: Parameters<Mover["hold"]>[0], isHeld: () => boolean) =>
				effect(() => {
					const held = isHeld();
					// Or whoever presses play would find it held again at once.
					untracked(() => mover.hold(by, held));
				});
			holdWhile("hidden", () => hidden.value || mode.value !== shownIn);
			holdWhile("selecting", () => selecting.value);
			holdWhile("quiet", () => quiet.value);
			holdWhile("still", () => reducedMotion.value);
		},
		choose(tickerMode) {
			void send("changeSettings", { tickerMode });
		},
		opened({ id }) {
			void send("mark", { ids: [id], act: "read" });
		},
		mute(source, title) {
			void import("./mute-source").then(({ muteOnPage }) => muteOnPage(source, title, bare, note));
		},
	};
}
