import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { SourceId } from "@/data/model/headline";
import { failed } from "@/data/model/trouble";
import type { Activity } from "@/data/store/read-activity";
import type { Followed } from "./follow";
import type { Notes } from "./notes";

/** Reads the activity of some sources; data/store/read-activity.ts has the real one. */
export type ReadActivity = (sources: SourceId[]) => Promise<Record<SourceId, Activity>>;

/** What is known of all sources' activity while they are looked at. */
export interface SourceActivity {
	/** By source; absent until it has been read. */
	readonly known: ReadonlySignal<Readonly<Record<SourceId, Activity>>>;
	/** How many of a source's headlines are saved; none where that can't be read. */
	countSaved(id: SourceId): Promise<number>;
}

/** Of so many sources the activity is read at a time. */
const PART = 100;

/** Reads the sources' activity again whenever headlines come or go, but only while somebody looks. */
export function followActivity(
	front: Followed<"headlines" | "sources">,
	readActivity: ReadActivity,
	isShown: ReadonlySignal<boolean>,
	notes: Notes,
): SourceActivity {
	const known = signal<Record<SourceId, Activity>>({});

	let latest = 0;
	/** Reads a part at a time, until a later reading takes over; shows the first, then all at once. */
	const readAll = async (ids: SourceId[], turn: number) => {
		let read: Record<SourceId, Activity> = {};
		for (let at = 0; at < ids.length; at += PART) {
			read = { ...read, ...(await readActivity(ids.slice(at, at + PART))) };
			if (turn !== latest) return;
			if (at === 0) known.value = { ...known.value, ...read };
		}
		known.value = { ...known.value, ...read };
	};
	effect(() => {
		const ids = front.sources.value.map((source) => source.id);
		front.headlines.value;
		if (!isShown.value) return;
		latest += 1;
		readAll(ids, latest).catch((cause) => {
			console.error("What the sources brought could not be read.", cause);
			notes.take(failed("storage-unreadable"));
		});
	});

	return {
		known,
		async countSaved(id) {
			try {
				return (await readActivity([id]))[id]?.saved ?? 0;
			} catch (cause) {
				console.error("What a source brought could not be read.", cause);
				return 0;
			}
		},
	};
}
