import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Polls } from "@/data/model/source";
import { failed as failure } from "@/data/model/trouble";
import { whyNoneAsked } from "../sources/why-not-asked";
import { sayFresh } from "../words/count";
import { sayFailed, sayStopped } from "../words/refreshed";
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
	/** The same, but only of one that was asked for here. */
	readonly own: ReadonlySignal<RefreshProgress | null>;
	start(): Promise<void>;
	/** Ends the refresh that runs now, whichever surface began it; what it has brought stays. */
	stop(): Promise<void>;
}

interface RefreshParts {
	front: Followed<"progress" | "sources">;
	send: Send;
	notes: Notes;
	/** Milliseconds since 1970. */
	now: ReadonlySignal<number>;
	/** Reads what tells why nobody was asked. */
	readPolls: () => Promise<Polls>;
	/** Whether the sources are what is shown: then nothing has to lead there. */
	isOnSources?: () => boolean;
}

/** Makes the model of refreshing. */
export function createRefresh(parts: RefreshParts): Refresh {
	const { front, send, notes, now, readPolls, isOnSources = () => false } = parts;
	const isOut = signal(false);
	const progress = computed((): RefreshProgress | null => {
		const stored = front.progress.value;
		if (!stored || now.value - stored.movedAt >= STALLED_MS)
			return isOut.value ? { done: 0, total: 0 } : null;
		const { done, total } = stored;
		const asking = front.sources.value.find(({ id }) => id === stored.asking[0])?.title;
		return { done, total, ...(asking !== undefined && { asking }) };
	});
	const toSources = () =>
		isOnSources() ? undefined : { label: "See Sources", href: hrefOf({ room: "sources" }) };
	/** What was told since it began is newer than its end is, and may be undone. */
	const isTold = () => notes.status.value !== null || notes.alert.value !== null;
	const tellNoneAsked = async () => {
		try {
			const polls = await readPolls();
			notes.tell(whyNoneAsked({ sources: front.sources.value, polls, now: now.value }));
		} catch (cause) {
			console.error("What is known of the feeds could not be read.", cause);
			notes.take(failure("storage-unreadable"));
		}
	};
	return {
		progress,
		own: computed(() => (isOut.value ? progress.value : null)),
		async start() {
			if (isOut.value) return;
			isOut.value = true;
			notes.clear();
			const refreshed = notes.take(await send("refresh", {}));
			isOut.value = false;
			if (!refreshed || isTold()) return;
			const { asked, failed, fresh, stopped = 0 } = refreshed;
			if (failed > 0) notes.warn(sayFailed(refreshed), toSources());
			else if (stopped > 0) notes.tell(sayStopped(refreshed));
			else if (asked === 0) await tellNoneAsked();
			else notes.tell(sayFresh(fresh));
		},
		async stop() {
			notes.take(await send("stopRefresh", null));
		},
	};
}
