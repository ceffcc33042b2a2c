import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { createNotes } from "@/components/signals/notes";
import { followUnread } from "@/components/signals/unread-counts";
import { EMPTY_RUN } from "@/data/model/run";
import type { Source } from "@/data/model/source";

test("what is unread of each source is counted when the page has been painted, and after an act when it shows that", async () => {
	const front = { sources: signal<Source[]>([]), ticker: signal(EMPTY_RUN) };
	const painting: (() => void)[] = [];
	const paint = () => {
		for (const act of painting.splice(0)) act();
	};
	const read = vi.fn(async () => ({ a: read.mock.calls.length }));
	const counts = followUnread(front, read, signal(true), (act) => painting.push(act), createNotes());
	expect(read).not.toHaveBeenCalled();
	paint();
	await vi.waitFor(() => expect(counts.value).toEqual({ a: 1 }));
	front.ticker.value = { ...EMPTY_RUN, unread: 3 };
	expect(read).toHaveBeenCalledTimes(1);
	paint();
	await vi.waitFor(() => expect(counts.value).toEqual({ a: 2 }));
});
