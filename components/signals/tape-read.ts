import { type ReadonlySignal, signal } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";
import type { TickerHeadline } from "@/data/model/run";
import { idsOf } from "../ticker/rotation";
import type { Send } from "./headline-list";

/** What was marked as read on a tape, whose run has let go of it. */
export interface TapeRead {
	readonly ids: ReadonlySignal<ReadonlySet<HeadlineId>>;
	/** Marks a headline's story as read; answers false where that is refused, and takes it back. */
	mark(headline: TickerHeadline): Promise<boolean>;
}

/** Makes what a tape knows of the read. */
export function createTapeRead(send: Send): TapeRead {
	const ids = signal<ReadonlySet<HeadlineId>>(new Set());
	return {
		ids,
		async mark(headline) {
			const before = ids.value;
			const story = idsOf(headline);
			ids.value = new Set([...before, ...story]);
			const { ok } = await send("mark", { ids: story, act: "read" });
			if (!ok) ids.value = new Set([...ids.value].filter((id) => before.has(id) || !story.includes(id)));
			return ok;
		},
	};
}
