import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Dwell, hold, idAfter, leftOf, letRun, mayRotate, standAt } from "@/components/ticker/rotation";
import type { Run } from "@/data/model/run";

const run = (count: number, place = 0, before = 0): Run => ({
	headlines: Array.from({ length: count }, (_, index) => ({
		id: `h${index}`,
		title: `Headline ${index}`,
		source: "s",
		sourceTitle: "Source",
		publishedAt: 0,
		kind: "bare",
	})),
	place,
	before,
	total: before + count,
	kept: count,
	unread: count,
	fresh: 0,
	watched: 0,
	older: 0,
	startedAt: 1,
	revision: 1,
});

const nothing: ReadonlySet<string> = new Set();

describe("where a page stands in the run", () => {
	test("a new page goes on where the run stands", () => {
		expect(standAt(run(20, 7), null, nothing)).toMatchObject({ headline: { id: "h7" }, place: 8, total: 20 });
	});

	test("counts those before the window", () => {
		expect(standAt(run(5, 2, 40), null, nothing)).toMatchObject({ place: 43, total: 45 });
	});

	test("a headline stays while it is in the run, wherever the run has gone", () => {
		expect(standAt(run(20, 9), "h3", nothing).headline?.id).toBe("h3");
	});

	test("a headline that left the run gives way to the first that is unseen", () => {
		expect(standAt(run(20, 4), "gone", new Set(["h4", "h5"])).headline?.id).toBe("h6");
	});

	test("the end has no headline, but a way back", () => {
		expect(standAt(run(3, 3), null, nothing)).toEqual({
			place: 4,
			total: 3,
			kept: 3,
			older: 0,
			previous: "h2",
		});
	});

	test("stepping on from the first shows each once, and ends", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 40 }), (count) => {
				const seen: string[] = [];
				for (
					let id = standAt(run(count), null, nothing).headline?.id ?? null;
					id;
					id = idAfter(run(count), id)
				)
					seen.push(id);
				expect(seen).toEqual(run(count).headlines.map((headline) => headline.id));
			}),
		);
	});
});

describe("what holds the ticker", () => {
	const free = { paused: false, pointedAt: false, focused: false, hidden: false };

	test("free, it moves on", () => expect(mayRotate(free)).toBe(true));

	test.each(["paused", "pointedAt", "focused", "hidden"] as const)("%s, it stays", (by) =>
		expect(mayRotate({ ...free, [by]: true })).toBe(false),
	);
});

describe("a dwell", () => {
	test("loses no time while it is held", () => {
		fc.assert(
			fc.property(fc.nat(20_000), fc.nat(60_000), (leftMs, wait) => {
				const held: Dwell = { leftMs, since: null };
				expect(leftOf(held, wait)).toBe(leftMs);
			}),
		);
	});

	test("goes on with what was left", () => {
		const running = letRun({ leftMs: 6_000, since: null }, 100);
		const held = hold(running, 2_100);
		expect(leftOf(held, 99_999)).toBe(4_000);
		expect(leftOf(letRun(held, 50_000), 51_000)).toBe(3_000);
	});

	test("leaves a moment to go on reading when a hold ends just before its end", () => {
		expect(leftOf(letRun({ leftMs: 10, since: null }, 0), 0)).toBe(1_500);
	});

	test("never goes below nothing", () => {
		expect(leftOf({ leftMs: 5, since: 0 }, 1_000)).toBe(0);
	});
});
