import { describe, expect, test } from "vitest";
import { DWELL_MS } from "@/components/ticker/pace";
import { openTicker } from "../support/ticker";
import { runOf } from "../support/ticker-run";

describe("the ticker", () => {
	test("moves on by itself after the dwell, and says so to the background", () => {
		const { clock, shown, background } = openTicker(runOf(["a", "b"]));
		expect(shown()).toBe("a");
		clock.pass(DWELL_MS.min);
		expect(shown()).toBe("b");
		expect(background.told).toEqual([{ command: "mark", ask: { ids: ["a"], act: "shown" } }]);
	});

	test("comes to an end, and stops there", () => {
		const { clock, shown, model } = openTicker(runOf(["a", "b"]));
		clock.pass(10 * DWELL_MS.max);
		expect(shown()).toBeUndefined();
		expect(model.rotating.value).toBe(false);
		expect(clock.timers()).toBe(0);
	});

	test("goes on by itself from the end when a headline comes in", () => {
		const { clock, shown, ticker } = openTicker(runOf(["a"]));
		clock.pass(DWELL_MS.max);
		ticker.value = runOf(["fresh"], 0, 2);
		expect(shown()).toBe("fresh");
	});

	test("steps back and forth, and gives what it stepped to its whole dwell", () => {
		const { clock, shown, model } = openTicker(runOf(["a", "b", "c"]));
		clock.pass(DWELL_MS.min - 1);
		model.next();
		expect(shown()).toBe("b");
		model.previous();
		expect(shown()).toBe("a");
		clock.pass(DWELL_MS.min - 1);
		expect(shown()).toBe("a");
	});

	test("tells a screen reader what the user stepped to, and nothing while it moves by itself", () => {
		const { clock, model } = openTicker(runOf(["a", "b", "c"]));
		clock.pass(DWELL_MS.min);
		expect(model.said.value).toBe("");
		model.next();
		expect(model.said.value).toBe("Headline c");
		clock.pass(DWELL_MS.min);
		expect(model.said.value).toBe("");
	});

	test("shown again after another tab has gone on, it goes on from there", () => {
		const { shown, model, ticker } = openTicker(runOf(["a", "b", "c", "d"]));
		model.next();
		model.hold("hidden", true);
		ticker.value = runOf(["a", "b", "c", "d"], 3);
		model.hold("hidden", false);
		expect(shown()).toBe("d");
	});

	test("does not jump when its own steps come back through storage", () => {
		const { shown, model, ticker } = openTicker(runOf(["a", "b", "c"]));
		model.next();
		model.next();
		ticker.value = runOf(["a", "b", "c"], 1);
		expect(shown()).toBe("c");
	});

	test("stays on what is shown when newer headlines come in, which then come next", () => {
		const { shown, model, ticker, clock } = openTicker(runOf(["a", "b"]));
		model.hold("pointedAt", true);
		ticker.value = runOf(["fresh", "a", "b"]);
		expect(shown()).toBe("a");
		model.hold("pointedAt", false);
		clock.pass(DWELL_MS.min);
		expect(shown()).toBe("fresh");
		clock.pass(DWELL_MS.min);
		expect(shown()).toBe("b");
	});

	test("stays at the end while the last step is still on its way into storage", () => {
		const { shown, model, ticker } = openTicker(runOf(["a", "b"]));
		model.next();
		model.next();
		ticker.value = runOf(["a", "b"], 1);
		expect(shown()).toBeUndefined();
	});

	test("begins again when it is told to, here or on another page", () => {
		const { shown, model, ticker, background } = openTicker(runOf(["a", "b"]));
		model.next();
		model.next();
		model.restart();
		expect(background.told.at(-1)).toEqual({ command: "restartRun", ask: null });
		ticker.value = runOf(["a", "b"], 0, 9);
		expect(shown()).toBe("a");
	});

	test("shows what came in before the headline that was shown, and skips nothing", () => {
		const { shown, model, ticker } = openTicker(runOf(["a", "b", "c"]));
		model.next();
		ticker.value = runOf(["a", "fresh", "b", "c"], 1);
		expect([shown(), model.standing.value.place, model.standing.value.total]).toEqual(["b", 2, 4]);
		model.next();
		expect([shown(), model.standing.value.place]).toEqual(["fresh", 3]);
		ticker.value = runOf(["a", "b", "fresh", "c"], 2);
		expect([shown(), model.standing.value.place]).toEqual(["fresh", 3]);
		model.next();
		expect(shown()).toBe("c");
	});

	test("steps back through what was shown, and forward again the same way", () => {
		const { shown, model, background } = openTicker(runOf(["a", "b", "c", "d", "e"], 3));
		for (const id of ["c", "b", "a"]) {
			model.previous();
			expect(shown()).toBe(id);
		}
		model.previous();
		expect(shown()).toBe("a");
		for (const id of ["b", "c", "d", "e", undefined]) {
			model.next();
			expect(shown()).toBe(id);
		}
		expect(background.told.map(({ ask }) => ask)).toEqual([
			{ ids: ["d"], act: "shown" },
			{ ids: ["e"], act: "shown" },
		]);
	});

	test("goes on to what is new though another tab has shown what it shows", () => {
		const { shown, model, ticker } = openTicker(runOf(["a", "b", "c", "d"]));
		ticker.value = runOf(["a", "b", "c", "d"], 3);
		expect(shown()).toBe("a");
		model.next();
		expect(shown()).toBe("d");
	});

	test("tells of all headlines of a story at once", () => {
		const { model, background, ticker } = openTicker(runOf(["a", "b"]));
		const [first, ...rest] = ticker.value.headlines;
		if (!first) throw new Error("There are two.");
		const copies = [{ id: "a2", sourceTitle: "Other" }];
		ticker.value = { ...ticker.value, headlines: [{ ...first, copies }, ...rest] };
		model.markRead();
		expect(background.told).toEqual([
			{ command: "mark", ask: { ids: ["a", "a2"], act: "shown" } },
			{ command: "mark", ask: { ids: ["a", "a2"], act: "read" } },
		]);
	});

	test("goes on from what was marked read or muted, and says to what", () => {
		const { shown, model, muted } = openTicker(runOf(["a", "b", "c"]));
		model.markRead();
		expect([shown(), model.said.value]).toEqual(["b", "Headline b"]);
		model.mute();
		expect([shown(), model.said.value]).toEqual(["c", "Headline c"]);
		expect(muted).toEqual(["s Source"]);
	});

	test("saves what is shown, and no longer, and says so", () => {
		const { model, background, ticker } = openTicker(runOf(["a", "b"]));
		model.toggleSaved();
		expect(model.said.value).toBe("Saved: Headline a");
		const [first, ...rest] = ticker.value.headlines;
		if (!first) throw new Error("There are two.");
		ticker.value = { ...ticker.value, headlines: [{ ...first, saved: true }, ...rest] };
		model.toggleSaved();
		expect(model.said.value).toBe("No longer saved: Headline a");
		expect(background.told.map(({ ask }) => ask)).toEqual([
			{ ids: ["a"], act: "saved" },
			{ ids: ["a"], act: "unsaved" },
		]);
	});
});
