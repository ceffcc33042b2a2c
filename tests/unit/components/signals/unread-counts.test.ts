import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { createNotes } from "@/components/signals/notes";
import { followUnread } from "@/components/signals/unread-counts";
import { EMPTY_RUN } from "@/data/model/run";
import type { Source } from "@/data/model/source";

test("what is unread of each source is counted once the page is calm, and again after an act", async () => {
	const front = { sources: signal<Source[]>([]), ticker: signal(EMPTY_RUN) };
	const waiting: (() => void)[] = [];
	const calmDown = () => {
		for (const act of waiting.splice(0)) act();
	};
	const read = vi.fn(async () => ({ a: read.mock.calls.length }));
	const counts = followUnread(front, read, signal(true), (act) => waiting.push(act), createNotes());
	expect(read).not.toHaveBeenCalled();
	calmDown();
	await vi.waitFor(() => expect(counts.value).toEqual({ a: 1 }));
	front.ticker.value = { ...EMPTY_RUN, unread: 3 };
	expect(read).toHaveBeenCalledTimes(1);
	calmDown();
	await vi.waitFor(() => expect(counts.value).toEqual({ a: 2 }));
});
