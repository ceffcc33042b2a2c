import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { createTape, type TapeLine } from "@/components/signals/tape";
import type { Run, TickerHeadline } from "@/data/model/run";
import { DEFAULT_SETTINGS } from "@/data/model/settings";
import { fakeBackground } from "../support/background";
import { handClock } from "../support/clock";

const EACH_MS = 1_000;
/** Longer than the tape rests. */
const A_REST_MS = 2_000;
/** By how much timers may come late, for each headline. */
const LATE_MS = 50;

const headline = (id: string, parts: Partial<TickerHeadline> = {}): TickerHeadline => ({
	id,
	title: `Headline ${id}`,
	source: "s",
	sourceTitle: "Source",
	publishedAt: 0,
	kind: "bare",
	...parts,
});

const runOf = (ids: string, place = 0, startedAt = 1): Run => ({
	headlines: [...ids].map((id) => headline(id)),
	place,
	before: 0,
	total: ids.length,
	kept: ids.length,
	unread: ids.length,
	fresh: 0,
	watched: 0,
	older: 0,
	startedAt,
	revision: 1,
});

function open(run: Run) {
	const clock = handClock();
	const background = fakeBackground();
	const ticker = signal(run);
	const tape = createTape({ ticker, settings: signal(DEFAULT_SETTINGS) }, background.send, clock, false);
	const ids = () => tape.entries.value.map((entry) => entry.headline.id).join("");
	return { clock, background, ticker, tape, ids, shown: () => background.told.flatMap(shownIn) };
}

const shownIn = ({ command, ask }: { command: string; ask: unknown }) =>
	// The background was told a mark, and a mark names headlines.
	command === "mark" ? (ask as { ids: string[] }).ids : [];

/** A line on which each headline takes a second, and two are in sight. */
function show({ tape, clock }: ReturnType<typeof open>) {
	let base = tape.gone.value;
	let since: number | null = null;
	let firstKey = tape.entries.value[0]?.key ?? 0;
	const position = () => {
		const key = tape.entries.value[0]?.key ?? 0;
		base -= key - firstKey;
		firstKey = key;
		return base + (since === null ? 0 : (clock.now() - since) / EACH_MS);
	};
	const last = () => tape.entries.value.length;
	const line: TapeLine = {
		gone: () => Math.min(Math.floor(position()), last()),
		seen: () => Math.min(Math.floor(position()) + 2, last()),
		msToNextExit: () => (position() >= last() ? null : (Math.floor(position()) + 1 - position()) * EACH_MS),
		run(moves) {
			base = position();
			since = moves ? clock.now() : null;
		},
		step(by) {
			base = Math.max(Math.floor(position()) + by, 0);
			if (since !== null) since = clock.now();
		},
	};
	tape.show(line);
}

/** A tape whose rest at the beginning is over. */
function openMoving(run: Run) {
	const opened = open(run);
	show(opened);
	opened.clock.pass(A_REST_MS);
	return opened;
}

describe("the tape", () => {
	test("rests at its beginning, and then moves", () => {
		const opened = open(runOf("abc"));
		show(opened);
		expect(opened.tape.moving.value).toBe(false);
		opened.clock.pass(A_REST_MS);
		expect(opened.tape.moving.value).toBe(true);
	});

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
			headlines: [headline("a", { copies: [{ id: "z", sourceTitle: "Other" }] })],
			total: 1,
		};
		const { clock, shown } = openMoving(run);
		clock.pass(2 * EACH_MS);
		expect(shown()).toEqual(["a", "z"]);
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
		const opened = open(runOf("abcd"));
		opened.tape.hold("quiet", true);
		opened.tape.hold("still", true);
		opened.tape.hold("quiet", false);
		show(opened);
		opened.clock.pass(60 * EACH_MS);
		expect([opened.tape.gone.value, opened.tape.paused.value, opened.clock.timers()]).toEqual([0, true, 0]);
		opened.tape.next();
		expect(opened.tape.standing.value.headline?.id).toBe("b");
		expect(opened.shown()).toEqual(["a"]);
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
			headlines: [headline("a"), headline("b", { saved: true }), headline("c")],
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
		const all = Array.from({ length: 60 }, (_, index) => headline(`h${index}`));
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
		show(opened);
		clock.pass(9 * EACH_MS);
		expect(shown()).toEqual(["a", "b", "a", "b"]);
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

	test("comes into a run where it stands, with what went before to scrub back to", () => {
		const { tape, ids } = open(runOf("abcd", 2));
		expect([ids(), tape.gone.value]).toEqual(["abcd", 2]);
		expect(tape.standing.value.place).toBe(3);
	});

	test("runs from left to right where most headlines are read from right to left", () => {
		const run = {
			...runOf(""),
			headlines: [headline("a", { title: "שלום" }), headline("b", { title: "أخبار" })],
		};
		expect(open(run).tape.rtl.value).toBe(true);
		expect(open(runOf("ab")).tape.rtl.value).toBe(false);
	});
});
