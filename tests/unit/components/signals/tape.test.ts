import { describe, expect, test, vi } from "vitest";
import { EACH_MS, LATE_MS, openMoving } from "../support/tape";
import { runOf, tickerHeadline } from "../support/ticker-run";

describe("the tape", () => {
	test("marks what has gone by as shown, some at a time and the rest when it stops", () => {
		const { tape, clock, shown } = openMoving(runOf("abcdefgh"));
		clock.pass(2 * EACH_MS);
		expect(shown()).toEqual([]);
		clock.pass(EACH_MS + LATE_MS);
		expect(shown()).toEqual(["a", "b", "c"]);
		clock.pass(EACH_MS);
		tape.hold("hidden", true);
		expect(shown()).toEqual(["a", "b", "c", "d"]);
	});

	test("marks the copies of a story with it", () => {
		const run = {
			...runOf(""),
			headlines: [tickerHeadline("a", { copies: [{ id: "z", sourceTitle: "Other" }] })],
			total: 1,
		};
		const { clock, shown } = openMoving(run);
		clock.pass(2 * EACH_MS);
		expect(shown()).toEqual(["a", "z"]);
	});

	test("says what the user steps to, and nothing by itself", () => {
		const { tape, clock } = openMoving(runOf("abcd"));
		clock.pass(EACH_MS + LATE_MS);
		expect(tape.said.value).toBe("");
		tape.next();
		expect(tape.said.value).toBe("Headline c");
		tape.previous();
		expect(tape.said.value).toBe("Headline b");
	});

	test("marks read and saves any headline on it, shows so, and says what wasn’t seen to change", () => {
		const { tape, background, ticker } = openMoving(runOf("abc"));
		const [first, second] = tape.entries.value.map((entry) => entry.headline);
		if (!first || !second) throw new Error("There are three.");
		tape.markRead(second);
		expect([...tape.read.value]).toEqual(["b"]);
		expect(tape.said.value).toBe("Marked read: Headline b");
		expect(tape.current.value?.id).toBe("a");
		tape.toggleSaved(second);
		expect(tape.said.value).toBe("Saved: Headline b");
		// As it comes back through storage.
		ticker.value = {
			...runOf(""),
			headlines: [tickerHeadline("a"), tickerHeadline("b", { saved: true }), tickerHeadline("c")],
		};
		expect(tape.isSaved(second)).toBe(true);
		tape.toggleSaved(second);
		expect(tape.said.value).toBe("No longer saved: Headline b");
		tape.markRead(first);
		expect([tape.current.value?.id, tape.said.value]).toEqual(["b", "Headline b"]);
		const done = background.told
			.map(({ ask }) => ask)
			.filter((ask) => !JSON.stringify(ask).includes("shown"));
		expect(done).toEqual([
			{ ids: ["b"], act: "read" },
			{ ids: ["b"], act: "saved" },
			{ ids: ["b"], act: "unsaved" },
			{ ids: ["a"], act: "read" },
		]);
	});

	test("shows one no longer as read where that is refused, and says so", async () => {
		const { tape } = openMoving(runOf("abc"));
		const second = tape.entries.value[1]?.headline;
		if (!second) throw new Error("There are three.");
		tape.markRead(second);
		expect([...tape.read.value]).toEqual(["b"]);
		await vi.waitFor(() => expect([...tape.read.value]).toEqual([]));
		expect(tape.said.value).toBe("Still unread: Headline b");
	});

	test("saves a headline that the run has let go, and takes that back", () => {
		const { tape, ticker, background } = openMoving(runOf("ab"));
		ticker.value = { ...runOf("b"), before: 1, total: 2 };
		expect(tape.current.value?.id).toBe("a");
		for (const [saved, act] of [
			[true, "saved"],
			[false, "unsaved"],
		] as const) {
			if (tape.current.value) tape.toggleSaved(tape.current.value);
			expect(tape.current.value?.saved === true).toBe(saved);
			expect(background.told.at(-1)).toEqual({ command: "mark", ask: { ids: ["a"], act } });
		}
	});
});
