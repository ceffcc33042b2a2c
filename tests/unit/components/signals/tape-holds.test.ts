import { describe, expect, test } from "vitest";
import { A_REST_MS, EACH_MS, openMoving, openTape, showTape } from "../support/tape";
import { runOf } from "../support/ticker-run";

describe("the tape", () => {
	test("rests at its beginning, and then moves", () => {
		const opened = openTape(runOf("abc"));
		showTape(opened);
		expect(opened.tape.moving.value).toBe(false);
		opened.clock.pass(A_REST_MS);
		expect(opened.tape.moving.value).toBe(true);
	});

	test("holds one timer while it moves, and none while it is held, hidden or at its end", () => {
		const { tape, clock } = openMoving(runOf("abcd"));
		expect(clock.timers()).toBe(1);
		for (const by of ["pointedAt", "focused", "selecting", "quiet"] as const) {
			tape.hold(by, true);
			expect([by, tape.moving.value, clock.timers()]).toEqual([by, false, 0]);
			tape.hold(by, false);
			expect([by, tape.moving.value, clock.timers()]).toEqual([by, true, 1]);
		}
		tape.next();
		tape.hold("hidden", true);
		expect(clock.timers()).toBe(0);
		tape.hold("hidden", false);
		clock.pass(20 * EACH_MS);
		expect(tape.standing.value.headline).toBeUndefined();
		expect(clock.timers()).toBe(0);
	});

	test("stays paused, whatever comes and goes, until play is pressed", () => {
		const { tape, clock, ticker } = openMoving(runOf("abcd"));
		tape.hold("pointedAt", true);
		tape.togglePaused();
		tape.hold("pointedAt", false);
		tape.hold("hidden", true);
		tape.hold("hidden", false);
		ticker.value = runOf("nabcd");
		tape.next();
		clock.pass(60 * EACH_MS);
		expect(tape.moving.value).toBe(false);
		tape.hold("pointedAt", true);
		tape.togglePaused();
		expect(tape.moving.value).toBe(true);
	});

	test("in quiet hours is paused until they end or play is pressed, and again in the next", () => {
		const { tape } = openMoving(runOf("abcd"));
		tape.hold("quiet", true);
		expect([tape.paused.value, tape.moving.value]).toEqual([true, false]);
		tape.togglePaused();
		expect([tape.paused.value, tape.moving.value]).toEqual([false, true]);
		tape.hold("quiet", false);
		expect(tape.moving.value).toBe(true);
		tape.hold("quiet", true);
		expect([tape.paused.value, tape.moving.value]).toEqual([true, false]);
	});

	test("played, stands again as soon as it is pointed at or focused anew", () => {
		for (const by of ["pointedAt", "focused"] as const) {
			const { tape } = openMoving(runOf("abcd"));
			tape.hold(by, true);
			tape.togglePaused();
			tape.togglePaused();
			expect(tape.moving.value).toBe(true);
			tape.hold(by, true);
			expect(tape.moving.value).toBe(false);
		}
	});

	test("under reduced motion is a still line that can be stepped through, also when quiet hours end", () => {
		const opened = openTape(runOf("abcd"));
		opened.tape.hold("quiet", true);
		opened.tape.hold("still", true);
		opened.tape.hold("quiet", false);
		showTape(opened);
		opened.clock.pass(60 * EACH_MS);
		expect([opened.tape.gone.value, opened.tape.paused.value, opened.clock.timers()]).toEqual([0, true, 0]);
		opened.tape.next();
		expect(opened.tape.standing.value.headline?.id).toBe("b");
		expect(opened.shown()).toEqual(["a"]);
	});
});
