import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Source } from "@/data/model/source";
import { countOf, sayFresh } from "../words/count";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";

/** A refresh that has not moved for this long was left behind by a stopped worker. */
const STALLED_MS = 30_000;

/** Refreshing, as a surface shows it. */
export interface Refresh {
	/** How far the refresh has come that runs now, whichever surface began it. */
	readonly progress: ReadonlySignal<{ done: number; total: number } | null>;
	start(): Promise<void>;
}

/** Says why a refresh had nobody to ask. */
function whyNoneAsked(sources: Source[]): string {
	const feeds = sources.filter((source) => source.kind === "feed");
	if (feeds.length === 0) return "No feeds yet. Add one on Sources.";
	if (feeds.every((source) => source.paused)) return "All your feeds are paused.";
	return "All was asked a moment ago.";
}

/** Makes the model of refreshing. */
export function createRefresh(
	front: Followed<"progress" | "sources">,
	send: Send,
	notes: Notes,
	now: ReadonlySignal<number>,
): Refresh {
	const asking = signal(false);
	const progress = computed(() => {
		const stored = front.progress.value;
		if (stored && now.value - stored.movedAt < STALLED_MS) return { done: stored.done, total: stored.total };
		return asking.value ? { done: 0, total: 0 } : null;
	});
	return {
		progress,
		async start() {
			if (asking.value) return;
			asking.value = true;
			notes.clear();
			const refreshed = notes.take(await send("refresh", {}));
			asking.value = false;
			if (!refreshed) return;
			const { asked, failed, fresh } = refreshed;
			if (asked === 0) notes.tell(whyNoneAsked(front.sources.value));
			else if (failed > 0)
				notes.warn(`${countOf(failed, "source")} of ${asked} couldn’t be read. See Sources.`);
			else notes.tell(sayFresh(fresh));
		},
	};
}
