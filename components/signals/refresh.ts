import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Refreshed } from "@/data/model/answers";
import type { Source } from "@/data/model/source";
import { countOf, sayFresh } from "../words/count";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";
import { hrefOf } from "./route";

/** A refresh that has not moved for this long was left behind by a stopped worker. */
const STALLED_MS = 30_000;

/** How far a refresh has come. */
export interface RefreshProgress {
	done: number;
	total: number;
	/** The name of the source that has been asked for the longest; absent while none is. */
	asking?: string;
}

/** Refreshing, as a surface shows it. */
export interface Refresh {
	/** How far the refresh has come that runs now, whichever surface began it. */
	readonly progress: ReadonlySignal<RefreshProgress | null>;
	start(): Promise<void>;
	/** Ends the refresh that runs now, whichever surface began it; what it has brought stays. */
	stop(): Promise<void>;
}

/** Says why a refresh had nobody to ask. */
function whyNoneAsked(sources: Source[]): string {
	const feeds = sources.filter((source) => source.kind === "feed");
	if (feeds.length === 0) return "No feeds yet. Add one on Sources.";
	if (feeds.every((source) => source.paused)) return "All your feeds are paused.";
	return "All was asked a moment ago.";
}

/** Says how a refresh ended in which sources failed. */
const sayFailed = ({ asked, failed, stopped = 0 }: Refreshed): string =>
	stopped > 0
		? `Stopped after ${asked} of ${countOf(asked + stopped, "source")}; ${failed} couldn’t be read.`
		: `${failed} of ${countOf(asked, "source")} couldn’t be read.`;

/** Says how far a refresh had come that was stopped. */
const sayStopped = ({ asked, fresh }: Refreshed, stopped: number): string =>
	`Stopped after ${asked} of ${countOf(asked + stopped, "source")}. ${sayFresh(fresh)}`;

/** Makes the model of refreshing. */
export function createRefresh(
	front: Followed<"progress" | "sources">,
	send: Send,
	notes: Notes,
	now: ReadonlySignal<number>,
): Refresh {
	const isOut = signal(false);
	const progress = computed((): RefreshProgress | null => {
		const stored = front.progress.value;
		if (!stored || now.value - stored.movedAt >= STALLED_MS)
			return isOut.value ? { done: 0, total: 0 } : null;
		const { done, total } = stored;
		const asking = front.sources.value.find(({ id }) => id === stored.asking[0])?.title;
		return { done, total, ...(asking !== undefined && { asking }) };
	});
	return {
		progress,
		async start() {
			if (isOut.value) return;
			isOut.value = true;
			notes.clear();
			const refreshed = notes.take(await send("refresh", {}));
			isOut.value = false;
			if (!refreshed) return;
			const { asked, failed, fresh, stopped = 0 } = refreshed;
			if (failed > 0)
				notes.warn(sayFailed(refreshed), { label: "See Sources", href: hrefOf({ room: "sources" }) });
			else if (stopped > 0) notes.tell(sayStopped(refreshed, stopped));
			else if (asked === 0) notes.tell(whyNoneAsked(front.sources.value));
			else notes.tell(sayFresh(fresh));
		},
		async stop() {
			notes.take(await send("stopRefresh", null));
		},
	};
}
