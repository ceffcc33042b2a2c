import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeRun } from "@/data/model/compose-run";
import type { Headline, Marks } from "@/data/model/headline";
import { EMPTY_RUN, type Run, type TickerHeadline } from "@/data/model/run";

/** What a page and the background do with a front, without either. */
class Archive {
	headlines: Headline[] = [];
	marks: Marks = {};
	now = 1_000;
	run: Run = EMPTY_RUN;

	publish() {
		const sources = [..."abcd"].map((id) => ({
			id,
			kind: "feed" as const,
			title: `Source ${id}`,
			addedAt: 0,
		}));
		this.headlines.sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1));
		this.run = composeRun({
			headlines: this.headlines,
			marks: this.marks,
			sources,
			previous: this.run,
			restartedAt: 0,
			revision: 1,
			counts: { unread: this.headlines.length, fresh: 0, watched: 0 },
			now: this.now,
		});
	}
	add(...parts: Partial<Headline>[]) {
		this.now += 1;
		for (const part of parts) {
			const id = `h${String(this.headlines.length).padStart(3, "0")}`;
			const fact = { title: id, source: "a", publishedAt: this.now, kind: "bare" as const, seenAt: this.now };
			this.headlines.push({ id, ...fact, ...part });
		}
		this.publish();
		return this;
	}
	show({ id, copies = [] }: TickerHeadline) {
		this.now += 1;
		for (const one of [id, ...copies.map((copy) => copy.id)])
			this.marks = { ...this.marks, [one]: { shown: this.now, ...this.marks[one] } };
		this.publish();
	}
	get next(): TickerHeadline[] {
		return this.run.headlines.slice(this.run.place);
	}
	/** Shows all that is left; answers it in the order of showing. */
	showAll(): TickerHeadline[] {
		const shown: TickerHeadline[] = [];
		for (let [next] = this.next; next && shown.length < 500; [next] = this.next) {
			shown.push(next);
			this.show(next);
		}
		return shown;
	}
}

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
	const archive = new Archive().add(...first);
	for (const next of archive.next.slice(0, steps)) archive.show(next);
	return archive.add(...later);
});

describe("the order of a run", () => {
	test("shows everything unread exactly once", () => {
		fc.assert(
			fc.property(facts, (all) => {
				const archive = new Archive().add(...all);
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
				const shown = new Archive().add(...all).showAll();
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
		const archive = new Archive().add(
			...loud,
			{ source: "b", publishedAt: 1 },
			{ source: "c", publishedAt: 2 },
		);
		expect(archive.next.slice(0, 5).map(({ source }) => source)).toEqual(["a", "c", "b", "a", "a"]);
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
				const archive = new Archive().add(...all);
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

describe("a story in the run", () => {
	const title = "Twitter appoints Elon Musk to board";

	test("comes once, and names who else tells it", () => {
		const archive = new Archive().add(
			{ title, source: "a" },
			{ title: `${title} - Source b`, source: "b" },
			{ source: "c" },
		);
		expect(archive.run.total).toBe(2);
		const [told] = archive.next.filter((one) => one.copies);
		expect(told).toMatchObject({ title: title });
		expect(told?.copies).toEqual([{ id: "h001", sourceTitle: "Source b" }]);
	});

	test("counts once in place and total, before and after it is shown", () => {
		const archive = new Archive().add({ title, source: "a" }, { title, source: "b" }, { source: "c" });
		archive.showAll();
		expect(archive.run).toMatchObject({ place: 2, before: 0, total: 2 });
	});

	test("isn’t shown any more once any of its headlines is read", () => {
		const archive = new Archive().add({ title, source: "a" }, { title, source: "b" }, { source: "c" });
		archive.marks = { h001: { read: 1 } };
		archive.publish();
		expect(archive.run.total).toBe(1);
	});

	test("isn’t shown again when another source tells it later", () => {
		const archive = new Archive().add({ title, source: "a" }, { source: "c" });
		archive.showAll();
		archive.add({ title, source: "b" });
		expect(archive.run).toMatchObject({ place: 2, total: 2 });
		expect(archive.next).toEqual([]);
	});

	test("keeps the headline that it stands under when another source tells it later", () => {
		const archive = new Archive().add({ title, source: "a" }, { source: "c" });
		const before = ids(archive.next);
		archive.add({ title, source: "b", publishedAt: 9_000 });
		expect(ids(archive.next)).toEqual(before);
		expect(archive.run.total).toBe(2);
	});

	test("goes first where any of its headlines is watched", () => {
		const archive = new Archive().add(
			{ source: "c" },
			{ title, source: "a" },
			{ title, source: "b", watched: true },
		);
		expect(archive.next[0]).toMatchObject({ id: "h002", copies: [{ id: "h001" }] });
	});

	test("says whether it is saved", () => {
		const archive = new Archive().add({ source: "a" });
		archive.marks = { h000: { saved: 1 } };
		archive.publish();
		expect(archive.next[0]?.saved).toBe(true);
	});
});
