import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { createNewTab } from "@/components/signals/new-tab";
import { createTape } from "@/components/signals/tape";
import { createTicker } from "@/components/signals/ticker";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/data/model/durations";
import type { Run } from "@/data/model/run";
import { DEFAULT_SETTINGS, type Settings } from "@/data/model/settings";
import { fakeBackground } from "../support/background";
import { handClock } from "../support/clock";
import { TICKER_HEADLINE as headline } from "../support/ticker-headline";

const at = (hours: number, minutes = 0) => new Date(2026, 10, 26, hours, minutes).getTime();

const run: Run = {
	headlines: [headline],
	place: 0,
	before: 0,
	total: 1,
	kept: 1,
	unread: 1,
	fresh: 0,
	watched: 0,
	older: 0,
	startedAt: 1,
	revision: 1,
};

function open(settings: Partial<Settings> = {}) {
	const around = {
		now: signal(at(12)),
		hidden: signal(false),
		selecting: signal(false),
		reducedMotion: signal(false),
	};
	const front = {
		ticker: signal(run),
		settings: signal<Settings>({ ...DEFAULT_SETTINGS, ...settings }),
		nextLookAt: signal<number | null>(null),
	};
	const background = fakeBackground();
	const page = createNewTab(front, background.send, around);
	const held = new Set<string>();
	page.holdIn("one", { hold: (by, isHeld) => void (isHeld ? held.add(by) : held.delete(by)) });
	return { page, around, front, background, held: () => [...held].sort() };
}

describe("the page of a new tab", () => {
	test("says what was refused of what somebody asked for, and nothing of what it tells by itself", async () => {
		const { page } = open();
		await page.send("mark", { ids: ["a"], act: "shown" });
		expect(page.note.value).toBeNull();
		page.choose("tape");
		await vi.waitFor(() => expect(page.note.value?.text).toMatch(/didn’t work/));
	});

	test("holds what moves while nobody sees it, something is selected, or motion isn’t wanted", () => {
		const { around, held } = open();
		expect(held()).toEqual([]);
		const holds = { hidden: "hidden", selecting: "selecting", reducedMotion: "still" } as const;
		for (const [name, by] of Object.entries(holds)) {
			// The keys of `holds` are its own.
			const one = around[name as keyof typeof holds];
			one.value = true;
			expect(held()).toEqual([by]);
			one.value = false;
			expect(held()).toEqual([]);
		}
	});

	test("holds what moves from the moment that quiet hours begin until they end, each night", () => {
		const { around, page, held } = open({ quietHours: { from: 22 * 60, to: 7 * 60 } });
		const nights = [at(22), at(22) + DAY_MS];
		for (const evening of nights) {
			around.now.value = evening - MINUTE_MS;
			expect([held(), page.quietUntil.value]).toEqual([[], null]);
			around.now.value = evening;
			const morning = evening + 9 * HOUR_MS;
			expect([held(), page.quietUntil.value]).toEqual([["quiet"], morning]);
			around.now.value = morning;
			expect(held()).toEqual([]);
		}
	});

	test("reduced motion turned on in quiet hours still holds when they have ended", () => {
		const { around, held } = open({ quietHours: { from: 22 * 60, to: 7 * 60 } });
		around.now.value = at(23);
		around.reducedMotion.value = true;
		around.now.value = at(31);
		expect(held()).toEqual(["still"]);
	});

	test("leaves moving what the user has played, until quiet hours or reduced motion begin anew", () => {
		const { page, around, front, background } = open({ quietHours: { from: 22 * 60, to: 7 * 60 } });
		around.now.value = at(23);
		around.reducedMotion.value = true;
		const clock = handClock();
		const movers = [
			createTicker(front, background.send, clock, page.mute),
			createTape(front, background.send, clock, false),
		];
		for (const mover of movers) {
			page.holdIn("one", mover);
			expect(mover.paused.value).toBe(true);
			mover.togglePaused();
			expect(mover.paused.value).toBe(false);
		}
		around.now.value = at(31);
		around.reducedMotion.value = false;
		expect(movers.map(({ paused }) => paused.value)).toEqual([false, false]);
		around.now.value = at(46);
		expect(movers.map(({ paused }) => paused.value)).toEqual([true, true]);
		around.now.value = at(55);
		around.reducedMotion.value = true;
		expect(movers.map(({ paused }) => paused.value)).toEqual([true, true]);
	});

	test("holds what another view has moved, and lets it go when its view comes back", () => {
		const { front, held } = open();
		front.settings.value = { ...front.settings.value, tickerMode: "tape" };
		expect(held()).toEqual(["hidden"]);
		front.settings.value = { ...front.settings.value, tickerMode: "one" };
		expect(held()).toEqual([]);
	});

	test("marks as read what is opened, and keeps the view that is chosen", () => {
		const { page, background } = open();
		page.opened(headline);
		page.choose("quiet");
		expect(background.told).toEqual([
			{ command: "mark", ask: { ids: ["a"], act: "read" } },
			{ command: "changeSettings", ask: { tickerMode: "quiet" } },
		]);
	});
});
