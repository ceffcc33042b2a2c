import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RunArchive } from "../support/run-archive";

const fact = fc.record({
	source: fc.constantFrom("a", "a", "a", "b", "c", "d"),
	publishedAt: fc.integer({ min: 0, max: 50 }),
	watched: fc.constantFrom(true as const, undefined, undefined, undefined),
});
const facts = fc
	.array(fact, { maxLength: 60 })
	.map((all) => all.map(({ watched, ...one }) => (watched ? { ...one, watched } : one)));
const ids = (headlines: readonly { id: string }[]) => headlines.map(({ id }) => id);

/** An archive in the midst of a run: some shown, some arrived since. */
const midway = fc.tuple(facts, fc.nat(20), facts).map(([first, steps, later]) => {
	const archive = new RunArchive().add(...first);
	for (const next of archive.next.slice(0, steps)) archive.show(next);
	return archive.add(...later);
});

describe("the order of a run", () => {
	test("shows everything unread exactly once", () => {
		fc.assert(
			fc.property(facts, (all) => {
				const archive = new RunArchive().add(...all);
				expect(ids(archive.showAll()).sort()).toEqual(ids(archive.headlines).sort());
				expect(archive.run.total).toBe(all.length);
			}),
		);
	});

	test("never takes a source twice in a row while another has any left", () => {
		fc.assert(
			fc.property(midway, (archive) => {
				const last = archive.run.headlines[archive.run.place - 1];
				const shown = archive.showAll();
				shown.forEach(({ source }, at) => {
					const others = shown.slice(at).some((left) => left.source !== source);
					if (others) expect((at === 0 ? last : shown[at - 1])?.source).not.toBe(source);
				});
			}),
		);
	});

	test("stays as it was when its first is shown", () => {
		fc.assert(
			fc.property(midway, (archive) => {
				const [first, ...rest] = archive.next;
				if (!first) return;
				archive.show(first);
				expect(ids(archive.next).slice(0, rest.length)).toEqual(ids(rest));
			}),
		);
	});

	test("is found again from what is stored, in whatever order headlines and marks come", () => {
		fc.assert(
			fc.property(midway, (archive) => {
				const before = archive.run;
				archive.headlines = [...archive.headlines];
				archive.marks = Object.fromEntries(Object.entries(archive.marks).reverse());
				archive.now += 10_000;
				archive.publish();
				expect(archive.run).toEqual(before);
			}),
		);
	});

	test("has the newest of each source first, but for what is watched and what has arrived", () => {
		fc.assert(
			fc.property(facts, (all) => {
				const shown = new RunArchive().add(...all).showAll();
				for (const source of "abcd") {
					for (const watched of [true, undefined]) {
						const times = shown
							.filter((one) => one.source === source && one.watched === watched)
							.map(({ publishedAt }) => publishedAt);
						expect(times).toEqual([...times].sort((a, b) => b - a));
					}
				}
			}),
		);
	});

	test("lets a loud source have one turn as any other", () => {
		const loud = Array.from({ length: 9 }, (_, n) => ({ source: "a", publishedAt: 900 - n }));
		const archive = new RunArchive().add(
			...loud,
			{ source: "b", publishedAt: 1 },
			{ source: "c", publishedAt: 2 },
		);
		expect(archive.next.slice(0, 5).map(({ source }) => source)).toEqual(["a", "c", "b", "a", "a"]);
	});

	test("lets a loud source have one turn as any other among what arrives, too, as it is shown", () => {
		const archive = new RunArchive().add({ source: "old", publishedAt: 1 });
		const quiet = "bcdefghij";
		archive.add(
			...Array.from({ length: 40 }, (_, n) => ({ source: "a", publishedAt: 900 - n })),
			...[...quiet].flatMap((source) => [500, 400, 300].map((publishedAt) => ({ source, publishedAt }))),
		);
		const first = archive.next.slice(0, 27).map(({ source }) => source);
		expect(first.filter((source) => source === "a")).toHaveLength(3);
		const shown: string[] = [];
		for (const _ of first) {
			const [next] = archive.next;
			if (!next) throw new Error("There are more.");
			shown.push(next.source);
			archive.show(next);
		}
		expect(shown).toEqual(first);
	});

	test("puts what arrives next from a source that has shown a lot in this run already", () => {
		const archive = new RunArchive().add({ source: "old", publishedAt: 1 });
		archive.add(
			...[10, 11, 12, 13].map((publishedAt) => ({ source: "a", publishedAt })),
			...[5, 6].map((publishedAt) => ({ source: "b", publishedAt })),
		);
		for (const next of archive.next.slice(0, 4)) archive.show(next);
		const last = archive.run.headlines[archive.run.place - 1]?.source;
		archive.add({ source: last === "a" ? "b" : "a", publishedAt: 5_000 });
		expect(archive.next[0]?.publishedAt).toBe(5_000);
	});

	test("puts what arrives next, but after what is watched", () => {
		fc.assert(
			fc.property(midway, (archive) => {
				const last = archive.run.headlines[archive.run.place - 1];
				// One that is over begins anew, and then nothing has arrived since.
				if (archive.next.length === 0) return;
				const source = last?.source === "b" ? "c" : "b";
				const watched = archive.next.filter((one) => one.watched).length;
				archive.add({ source, publishedAt: 5_000 });
				const at = archive.next.findIndex(({ publishedAt }) => publishedAt === 5_000);
				if (watched === 0) expect(at).toBe(0);
				archive.add({ source, publishedAt: 6_000, watched: true });
				expect(archive.next[0]?.publishedAt).toBe(6_000);
			}),
		);
	});

	test("is the same for two pages that step at once", () => {
		fc.assert(
			fc.property(facts, fc.array(fc.boolean(), { maxLength: 200 }), (all, turns) => {
				const archive = new RunArchive().add(...all);
				const seen = new Set<string>();
				// Each page holds the run as it last heard of it, and may be one step behind.
				const heard = [archive.run, archive.run];
				for (const turn of turns) {
					const page = Number(turn);
					const run = heard[page] ?? archive.run;
					const shown = run.headlines[run.place];
					if (shown) archive.show(shown);
					if (shown) seen.add(shown.id);
					heard[page] = archive.run;
				}
				expect(archive.run.before + archive.run.place).toBe(seen.size);
				expect(ids(archive.next).some((id) => seen.has(id))).toBe(false);
			}),
		);
	});
});
