import { describe, expect, test } from "vitest";
import type { Run } from "@/data/model/run";
import { EACH_MS, LATE_MS, openMoving, openTape, showTape } from "../support/tape";
import { runOf, tickerHeadline } from "../support/ticker-run";

describe("the tape’s strip", () => {
	test("puts arrivals next in line, after what is in sight", () => {
		const { ticker, ids, clock } = openMoving(runOf("abcd"));
		clock.pass(EACH_MS + LATE_MS);
		ticker.value = runOf("nabcd");
		expect(ids()).toBe("abcnd");
	});

	test("drops what is gone from the run, but for what is in sight", () => {
		const { ticker, ids } = openMoving(runOf("abcd"));
		ticker.value = runOf("ad");
		expect(ids()).toBe("abd");
	});

	test("keeps what has gone by for whoever has scrubbed back over it, and knows its place", () => {
		const all = [..."abcdefghijklmnop"].join("");
		const { ticker, tape, ids } = openMoving(runOf(all));
		for (let steps = 0; steps < 15; steps++) tape.next();
		for (let steps = 0; steps < 14; steps++) tape.previous();
		// The run has ten that were shown, and what is ahead.
		ticker.value = { ...runOf(all.slice(5), 10), before: 5, total: 16 };
		expect(ids()).toBe(all);
		expect([tape.current.value?.id, tape.standing.value.place]).toEqual(["b", 2]);
	});

	test("is as it was, for a run that has nothing new to say", () => {
		const { ticker, tape, clock } = openMoving(runOf("abcdef"));
		clock.pass(3 * EACH_MS + 3 * LATE_MS);
		const before = tape.entries.value;
		ticker.value = { ...runOf("abcdef", 3), revision: 2 };
		expect(tape.entries.value).toBe(before);
	});

	test("doesn’t grow for ever: what is far gone is dropped, some at a time", () => {
		const all = Array.from({ length: 60 }, (_, index) => tickerHeadline(`h${index}`));
		const runAt = (place: number): Run => ({ ...runOf("", place), headlines: all, total: all.length });
		const { ticker, tape, clock } = openMoving(runAt(0));
		clock.pass(30 * (EACH_MS + LATE_MS));
		ticker.value = runAt(tape.gone.value);
		expect(tape.gone.value).toBeLessThanOrEqual(11);
		expect(tape.standing.value.headline).toBe(all[60 - tape.entries.value.length + tape.gone.value]);
	});

	test("comes to an end, from which one can step back", () => {
		const { tape, clock } = openMoving(runOf("ab"));
		clock.pass(9 * EACH_MS);
		expect(tape.gone.value).toBe(2);
		expect(tape.standing.value.headline).toBeUndefined();
		tape.show(null);
		tape.previous();
		expect(tape.standing.value.headline?.id).toBe("b");
	});

	test("at its end goes on with what comes in", () => {
		const { tape, clock, ticker, ids } = openMoving(runOf("ab"));
		clock.pass(9 * EACH_MS);
		tape.show(null);
		ticker.value = runOf("n", 0, 2);
		expect([ids(), tape.gone.value]).toEqual(["n", 0]);
	});

	test("begins again when it is told to, and marks everything anew", () => {
		const opened = openMoving(runOf("ab"));
		const { tape, clock, ticker, background, shown } = opened;
		clock.pass(9 * EACH_MS);
		tape.show(null);
		tape.restart();
		expect(background.told.at(-1)).toEqual({ command: "restartRun", ask: null });
		ticker.value = runOf("ab", 0, 2);
		showTape(opened);
		clock.pass(9 * EACH_MS);
		expect(shown()).toEqual(["a", "b", "a", "b"]);
	});

	test("comes into a run where it stands, with what went before to scrub back to", () => {
		const { tape, ids } = openTape(runOf("abcd", 2));
		expect([ids(), tape.gone.value]).toEqual(["abcd", 2]);
		expect(tape.standing.value.place).toBe(3);
	});

	test("runs from left to right where most headlines are read from right to left", () => {
		const run = {
			...runOf(""),
			headlines: [tickerHeadline("a", { title: "שלום" }), tickerHeadline("b", { title: "أخبار" })],
		};
		expect(openTape(run).tape.rtl.value).toBe(true);
		expect(openTape(runOf("ab")).tape.rtl.value).toBe(false);
	});
});
