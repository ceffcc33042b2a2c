import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { createNotes } from "@/components/signals/notes";
import { createRefresh } from "@/components/signals/refresh";
import { HOUR_MS } from "@/data/model/durations";
import type { Poll, Polls, Source } from "@/data/model/source";
import { failed, fine, type Outcome } from "@/data/model/trouble";
import type { Progress } from "@/data/store/items";
import { fakeBackground } from "../support/background";

const ended: Poll = { nextAt: 0, failures: 1, outcome: "gone" };
const waits: Poll = { nextAt: 0, failures: 1, outcome: "too-busy", waitUntil: 1_000_000 + 3 * HOUR_MS };
const feed: Source = { id: "f", kind: "feed", title: "Feed", url: "https://example.com/feed", addedAt: 0 };
const gone: Source = { ...feed, id: "g" };
const resting: Source = { ...feed, id: "r", title: "Resting", url: "https://rests.example/feed" };

function open(answers: Record<string, Outcome<unknown>>, polls: Polls = {}, isOnSources = false) {
	const background = fakeBackground(answers);
	const notes = createNotes();
	const progress = signal<Progress | null>(null);
	const sources = signal<Source[]>([]);
	const now = signal(1_000_000);
	const refresh = createRefresh({
		front: { progress, sources },
		send: background.send,
		notes,
		now,
		readPolls: async () => polls,
		isOnSources: () => isOnSources,
	});
	return { refresh, notes, progress, sources, now };
}

describe("refreshing", () => {
	test.each([
		[{ asked: 3, failed: 0, fresh: 12 }, "12 new headlines."],
		[{ asked: 3, failed: 0, fresh: 0 }, "Nothing new."],
	])("that ends with %j says “%s”", async (answer, words) => {
		const { refresh, notes } = open({ refresh: fine(answer) });
		await refresh.start();
		expect(notes.status.value?.text).toBe(words);
		expect(refresh.progress.value).toBeNull();
	});

	test.each([
		[[], "No feeds yet. Add one on Sources."],
		[[{ ...feed, paused: true }], "All your feeds are paused."],
		[[feed], "All was asked a moment ago."],
		[[gone], "All your feeds are gone for good."],
		[[gone, { ...feed, paused: true }], "All your feeds are paused or gone for good."],
		[[feed, gone], "1 source is gone for good. 1 source was asked a moment ago."],
		[[resting], /^Resting asked us to wait until \d\d:\d\d\.$/],
		[
			[feed, resting, { ...resting, id: "beside it" }, gone],
			/^2 sources asked us to wait, the first until \d\d:\d\d\. 1 source is gone for good\. 1 source was asked/,
		],
	] as const)("that had nobody to ask says why (%#)", async (sources, words) => {
		const opened = open({ refresh: fine({ asked: 0, failed: 0, fresh: 0 }) }, { g: ended, r: waits });
		opened.sources.value = [...sources];
		await opened.refresh.start();
		expect(opened.notes.status.value?.text).toEqual(
			words instanceof RegExp ? expect.stringMatching(words) : words,
		);
	});

	test("with failures says how many, and where to look", async () => {
		const { refresh, notes } = open({ refresh: fine({ asked: 3, failed: 1, fresh: 5 }) });
		await refresh.start();
		expect(notes.alert.value).toEqual({
			text: "1 of 3 sources couldn’t be read.",
			link: { label: "See Sources", href: "/options.html#/sources" },
		});
	});

	test("on Sources leads nowhere", async () => {
		const answers = { refresh: fine({ asked: 3, failed: 1, fresh: 5 }) };
		const { refresh, notes } = open(answers, {}, true);
		await refresh.start();
		expect(notes.alert.value).toEqual({ text: "1 of 3 sources couldn’t be read." });
	});

	test("that was stopped says how far it had come", async () => {
		const { refresh, notes } = open({ refresh: fine({ asked: 2, failed: 0, fresh: 1, stopped: 10 }) });
		await refresh.start();
		expect(notes.status.value?.text).toBe("Stopped after 2 of 12 sources. 1 new headline.");
	});

	test("that was stopped says what failed before", async () => {
		const { refresh, notes } = open({ refresh: fine({ asked: 2, failed: 1, fresh: 1, stopped: 10 }) });
		await refresh.start();
		expect(notes.alert.value?.text).toBe("Stopped after 2 of 12 sources; 1 couldn’t be read.");
	});

	test("leaves what was told meanwhile, and what undoes it, as it ends", async () => {
		const { refresh, notes } = open({ refresh: fine({ asked: 3, failed: 0, fresh: 0 }) });
		notes.tell("What was told before.");
		const refreshing = refresh.start();
		const action = { label: "Undo", act: () => {} };
		notes.tell("20 headlines marked read.", action);
		await refreshing;
		expect(notes.status.value).toEqual({ text: "20 headlines marked read.", action });
	});

	test("that couldn’t be done is said, whatever was told meanwhile", async () => {
		const { refresh, notes } = open({ refresh: failed("storage-failed") });
		const refreshing = refresh.start();
		notes.tell("20 headlines marked read.");
		await refreshing;
		expect(notes.alert.value?.text).toContain("couldn’t store");
	});

	test("that was asked for here is told from others until it has ended", async () => {
		const { refresh, progress } = open({ refresh: fine({ asked: 1, failed: 0, fresh: 0 }) });
		progress.value = { done: 0, total: 1, asking: [], movedAt: 1_000_000 };
		expect(refresh.own.value).toBeNull();
		const refreshing = refresh.start();
		expect(refresh.own.value).toEqual({ done: 0, total: 1 });
		await refreshing;
		expect(refresh.own.value).toBeNull();
	});

	test("that another surface began is shown here too", () => {
		const { refresh, progress, sources } = open({});
		progress.value = { done: 2, total: 5, asking: ["f", "g"], movedAt: 1_000_000 };
		expect(refresh.progress.value).toEqual({ done: 2, total: 5 });
		sources.value = [feed];
		expect(refresh.progress.value).toEqual({ done: 2, total: 5, asking: "Feed" });
	});

	test("that a stopped worker left behind is not shown for ever", () => {
		const { refresh, progress, now } = open({});
		progress.value = { done: 2, total: 5, asking: ["f", "g"], movedAt: 1_000_000 };
		now.value = 1_060_000;
		expect(refresh.progress.value).toBeNull();
	});
});
