import { describe, expect, test } from "vitest";
import { DWELL_MS } from "@/components/ticker/pace";
import { MINUTE_MS } from "@/data/model/durations";
import { openTicker } from "../support/ticker";
import { runOf } from "../support/ticker-run";

describe("the ticker", () => {
	test.each(["quiet", "pointedAt", "focused", "selecting", "hidden"] as const)(
		"%s, it stays and holds no timer",
		(by) => {
			const { clock, shown, model } = openTicker(runOf(["a", "b"]));
			model.hold(by, true);
			expect(clock.timers()).toBe(0);
			clock.pass(10 * DWELL_MS.max);
			expect(shown()).toBe("a");
			model.hold(by, false);
			clock.pass(DWELL_MS.min);
			expect(shown()).toBe("b");
		},
	);

	test("after a hold shows the headline only for what was left", () => {
		const { clock, shown, model } = openTicker(runOf(["a", "b", "c"]));
		clock.pass(1_000);
		model.hold("pointedAt", true);
		clock.pass(MINUTE_MS);
		model.hold("pointedAt", false);
		clock.pass(DWELL_MS.min - 1_000);
		expect(shown()).toBe("b");
	});

	test("under reduced motion waits until play is pressed, also when quiet hours end in the meantime", () => {
		const { clock, shown, model } = openTicker(runOf(["a", "b"]));
		model.hold("quiet", true);
		model.hold("still", true);
		model.hold("quiet", false);
		clock.pass(10 * DWELL_MS.max);
		expect(shown()).toBe("a");
		expect(model.paused.value).toBe(true);
		model.togglePaused();
		clock.pass(DWELL_MS.min);
		expect(shown()).toBe("b");
	});

	test("plays when play is pressed, though pointer and focus are on the button", () => {
		const { clock, shown, model } = openTicker(runOf(["a", "b"]));
		model.hold("pointedAt", true);
		model.hold("focused", true);
		model.togglePaused();
		model.togglePaused();
		clock.pass(DWELL_MS.min);
		expect(shown()).toBe("b");
	});

	test("played, stands again as soon as it is pointed at or focused anew", () => {
		for (const by of ["pointedAt", "focused"] as const) {
			const { clock, shown, model } = openTicker(runOf(["a", "b"]));
			model.hold(by, true);
			model.togglePaused();
			model.togglePaused();
			model.hold(by, true);
			clock.pass(10 * DWELL_MS.max);
			expect(shown()).toBe("a");
		}
	});

	test("waits in quiet hours until play is pressed, and then plays on in them", () => {
		const { clock, shown, model } = openTicker(runOf(["a", "b", "c"]));
		model.hold("quiet", true);
		expect(model.paused.value).toBe(true);
		expect(clock.timers()).toBe(0);
		model.togglePaused();
		expect(model.paused.value).toBe(false);
		clock.pass(DWELL_MS.min);
		expect(shown()).toBe("b");
		model.togglePaused();
		clock.pass(10 * DWELL_MS.max);
		expect(shown()).toBe("b");
	});

	test("waits in the next quiet hours, though play was pressed in the last", () => {
		const { model } = openTicker(runOf(["a", "b"]));
		model.hold("quiet", true);
		model.togglePaused();
		model.hold("quiet", false);
		expect(model.paused.value).toBe(false);
		model.hold("quiet", true);
		expect(model.paused.value).toBe(true);
	});

	test("stays paused when quiet hours end, where the user had it paused", () => {
		const { model } = openTicker(runOf(["a", "b"]));
		model.togglePaused();
		model.hold("quiet", true);
		model.hold("quiet", false);
		expect(model.paused.value).toBe(true);
	});

	test("sets one timer while it moves by itself, and none while anything holds it or at the end", () => {
		const { clock, model } = openTicker(runOf(["a", "b", "c"]));
		for (const by of ["quiet", "pointedAt", "focused", "selecting", "hidden"] as const) {
			expect(clock.timers()).toBe(1);
			model.hold(by, true);
			expect(clock.timers()).toBe(0);
			model.hold(by, false);
		}
		model.next();
		expect(clock.timers()).toBe(1);
		model.next();
		model.next();
		expect(clock.timers()).toBe(0);
	});
});
