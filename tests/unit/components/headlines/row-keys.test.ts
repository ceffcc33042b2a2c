import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextRowKeys, type RowKeys } from "@/components/headlines/row-keys";

const NONE: RowKeys = new Map();
/** The words that are searched for are those before. */
const SAME = { isOther: false, takeOver: false };
const lists = fc.array(fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 6 }), { maxLength: 8 });
const change = fc.record({ lists, takesOver: fc.boolean() });

/** The keys after each of some lists. */
function keysAfterEach({ lists, takesOver }: { lists: string[][]; takesOver: boolean }): RowKeys[] {
	let keys = NONE;
	return lists.map((ids) => {
		keys = nextRowKeys(keys, ids, { isOther: takesOver, takeOver: takesOver });
		return keys;
	});
}

describe("a row's key", () => {
	it("is its headline's alone, and there is one for each that is listed", () => {
		fc.assert(
			fc.property(change, (change) => {
				keysAfterEach(change).forEach((keys, place) => {
					expect([...keys.keys()]).toEqual(change.lists[place]);
					expect(new Set([...keys.values()].map(({ key }) => key)).size).toBe(keys.size);
				});
			}),
		);
	});

	it("stays as long as its headline is listed", () => {
		fc.assert(
			fc.property(change, (change) => {
				const each = keysAfterEach(change);
				each.slice(1).forEach((keys, place) => {
					for (const [id, key] of each[place] ?? NONE) if (keys.has(id)) expect(keys.get(id)).toBe(key);
				});
			}),
		);
	});

	it("is one that another has left, where rows are written over, and there are some", () => {
		fc.assert(
			fc.property(lists, (lists) => {
				const each = keysAfterEach({ lists, takesOver: true });
				each.slice(1).forEach((keys, place) => {
					const before = new Set((each[place] ?? NONE).values());
					const made = [...keys.values()].filter((key) => !before.has(key));
					expect(made).toHaveLength(Math.max(keys.size - before.size, 0));
				});
			}),
		);
	});

	it("is a new one, where rows are made anew", () => {
		const before = nextRowKeys(NONE, ["a", "b"], SAME);
		const after = nextRowKeys(before, ["c", "b"], SAME);
		expect([...before.values()]).not.toContain(after.get("c"));
	});

	it("goes to those that come in the order of those that went", () => {
		const before = nextRowKeys(NONE, ["a", "b", "c"], SAME);
		const after = nextRowKeys(before, ["x", "b", "y"], { isOther: true, takeOver: true });
		expect([...after.values()]).toEqual([...before.values()]);
	});

	it("is a new one for a row that may have been skipped, where other words are searched for", () => {
		const before = nextRowKeys(NONE, [..."abcdefghijklmnop"], SAME);
		for (const takeOver of [true, false]) {
			const after = nextRowKeys(before, ["m", "b", "p"], { isOther: true, takeOver });
			expect(after.get("b")).toBe(before.get("b"));
			for (const id of ["m", "p"]) expect([...before.values()].slice(11)).not.toContain(after.get(id));
		}
		expect(nextRowKeys(before, ["m", "b"], SAME).get("m")).toBe(before.get("m"));
	});

	it("says of a row, as long as it is there, whether it may be skipped", () => {
		const before = nextRowKeys(NONE, [..."abcdefghijklmnop"], SAME);
		expect([...before.values()].map(({ skips }) => skips)).toEqual([
			...Array.from({ length: 11 }, () => false),
			...Array.from({ length: 5 }, () => true),
		]);
		const pushedDown = nextRowKeys(before, [..."0123456789ABCa"], SAME);
		expect(pushedDown.get("a")?.skips).toBe(false);
		const movedUp = nextRowKeys(before, ["p"], SAME);
		expect(movedUp.get("p")?.skips).toBe(true);
	});
});
