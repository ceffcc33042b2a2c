import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS } from "@/data/model/durations";
import type { SnapshotReason } from "@/data/model/snapshot";
import { SNAPSHOTS_KEPT, surplusOf } from "@/data/model/snapshots-kept";

const one = (id: number, day: number, why: SnapshotReason = "day") => ({
	id,
	takenAt: day * DAY_MS + id,
	why,
});

/** What is left of some snapshots that come one after another. */
function keptOf(coming: ReturnType<typeof one>[]) {
	let kept: typeof coming = [];
	for (const next of coming) {
		const all = [...kept, next];
		const surplus = surplusOf(all);
		kept = all.filter(({ id }) => !surplus.includes(id));
	}
	return kept;
}

test("of a snapshot a day, the last seven are kept", () => {
	const days = Array.from({ length: 30 }, (_, day) => one(day, day));
	expect(keptOf(days).map(({ id }) => id)).toEqual([23, 24, 25, 26, 27, 28, 29]);
});

test("many on one day take the place of no other day, and the day keeps its first and its last", () => {
	const week = Array.from({ length: 6 }, (_, day) => one(day, day));
	const burst = Array.from({ length: 20 }, (_, n) => one(100 + n, 5, "import"));
	expect(keptOf([...week, ...burst]).map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5, 119]);
});

test("the last one before an update stays, and so does the newest, whatever comes", () => {
	const reason = fc.constantFrom<SnapshotReason>("day", "update", "import", "removal");
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(3), reason), { minLength: 1, maxLength: 60 }), (gaps) => {
			let day = 0;
			const coming = gaps.map(([gap, why], id) => {
				day += gap;
				return one(id, day, why);
			});
			const kept = keptOf(coming);
			expect(kept.length).toBe(Math.min(SNAPSHOTS_KEPT, coming.length));
			expect(kept).toContain(coming.at(-1));
			const update = coming.findLast(({ why }) => why === "update");
			if (update) expect(kept).toContain(update);
		}),
	);
});
