import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Dwell, hold, leftOf, letRun, mayRotate, standAt } from "@/components/ticker/rotation";
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
		const over = run(3, 3);
		expect(standAt(over, null, nothing)).toEqual({ place: 4, total: 3, run: over, previous: "h2" });
	});

	test("the one to come is the first that neither the run nor this page has shown", () => {
		expect(standAt(run(5, 1), "h2", new Set(["h1"])).unseen).toBe("h3");
		expect(standAt(run(5, 1), "h2", nothing).unseen).toBe("h1");
		expect(standAt(run(3, 3), "h2", nothing).unseen).toBeUndefined();
	});

	test("a headline is found by any other of its story", () => {
		const told = run(3);
		const [first, second, ...rest] = told.headlines;
		if (!first || !second) throw new Error("There are three.");
		const copies = [{ id: "copy", sourceTitle: "Other" }];
		expect(
			standAt({ ...told, headlines: [first, { ...second, copies }, ...rest] }, "copy", nothing),
		).toMatchObject({
			headline: { id: "h1" },
		});
	});

	test("what arrives in front of the headline that is shown leaves its place as it was", () => {
		const before = run(20, 3);
		const arrived = { ...run(1).headlines[0], id: "new", title: "New", source: "s", sourceTitle: "Source" };
		const after: Run = {
			...before,
			headlines: [
				...before.headlines.slice(0, 3),
				{ ...arrived, publishedAt: 0, kind: "bare" },
				...before.headlines.slice(3),
			],
			total: 21,
		};
		expect(standAt(before, "h3", nothing)).toMatchObject({ place: 4, total: 20 });
		expect(standAt(after, "h3", nothing)).toMatchObject({
			place: 4,
			total: 21,
			previous: "h2",
			unseen: "new",
		});
		expect(standAt(after, "new", new Set(["h3"]))).toMatchObject({ place: 5, previous: "h3", unseen: "h4" });
	});

	test("stepping on from wherever the run stands shows each of the rest once, in places that rise by one", () => {
		const runs = fc.nat(30).chain((count) => fc.nat(count).map((place) => run(count, place, place % 7)));
		fc.assert(
			fc.property(runs, fc.nat(40), (some, start) => {
				const passed = new Set<string>();
				const places: number[] = [];
				let standing = standAt(some, `h${start}`, passed);
				if (start < some.place) standing = standAt(some, standing.unseen ?? null, passed);
				while (standing.headline) {
					places.push(standing.place);
					passed.add(standing.headline.id);
					standing = standAt(some, standing.unseen ?? null, passed);
				}
				expect([...passed].sort()).toEqual(
					some.headlines
						.slice(some.place)
						.map(({ id }) => id)
						.sort(),
				);
				expect(places).toEqual(places.map((_, at) => some.before + some.place + 1 + at));
			}),
		);
	});

	test("a place says the same before and after storage has heard of the steps", () => {
		fc.assert(
			fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5]), (steps) => {
				const passed = steps.map((step) => `h${step}`);
				const here = standAt(run(6), null, new Set(passed));
				const order = [
					...passed,
					...run(6)
						.headlines.map(({ id }) => id)
						.filter((id) => !passed.includes(id)),
				];
				const headlines = order.flatMap((id) => run(6).headlines.filter((one) => one.id === id));
				const heard = standAt({ ...run(6, passed.length), headlines }, null, nothing);
				expect({ ...here, run: heard.run }).toEqual(heard);
			}),
		);
	});
});

describe("what holds the ticker", () => {
	const free = {
		paused: false,
		quiet: false,
		pointedAt: false,
		focused: false,
		selecting: false,
		hidden: false,
		still: false,
	};

	test("free, it moves on", () => expect(mayRotate(free)).toBe(true));

	test.each(["paused", "still", "quiet", "pointedAt", "focused", "selecting", "hidden"] as const)(
		"%s, it stays",
		(by) => expect(mayRotate({ ...free, [by]: true })).toBe(false),
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
