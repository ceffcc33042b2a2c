import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeptMark } from "../../../data/store/database";
import { isUnread, markOn, marksOn, toShelf } from "../../../data/store/shelf";

const time = fc.option(fc.integer({ min: 0, max: 4e12 }), { nil: undefined });
const flag = fc.constantFrom(true as const, undefined);
const marks = fc
	.uniqueArray(
		fc.record({
			// Whatever a restored file may call a headline.
			id: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("__proto__", "constructor")),
			shown: time,
			read: time,
			saved: time,
			muted: flag,
			waits: flag,
		}),
		{ selector: ({ id }) => id },
	)
	.map((list) =>
		list.map((mark) => {
			const said = Object.entries({ ...mark, source: "a" }).filter(([, value]) => value !== undefined);
			return Object.fromEntries(said) as unknown as KeptMark;
		}),
	);

describe("a shelf", () => {
	it("gives back every mark that was laid out on it", () => {
		fc.assert(
			fc.property(marks, (list) => {
				const shelf = toShelf("a", list);
				expect([...marksOn(shelf).values()]).toEqual(list);
				for (const mark of list) expect(markOn(shelf, mark.id)).toEqual(mark);
				expect(markOn(shelf, "")).toBeUndefined();
			}),
		);
	});

	it("has no column in which nothing stands", () => {
		expect(toShelf("a", [{ id: "x", source: "a", read: 5 }])).toEqual({ source: "a", ids: ["x"], read: [5] });
	});

	it("gives whatever can be read of it, and never throws, whatever it is", () => {
		fc.assert(
			fc.property(marks, fc.object(), fc.constantFrom("ids", "read", "muted"), (list, junk, key) => {
				const damaged = { ...toShelf("a", list), [key]: junk };
				for (const { id } of marksOn(damaged as never).values())
					expect(list.some((mark) => mark.id === id)).toBe(true);
			}),
		);
	});

	it("counts as unread what is neither read nor muted, and not what waits for its headline", () => {
		const mark = { id: "x", source: "a" };
		const said = [
			{},
			{ saved: 1 },
			{ read: 1 },
			{ muted: true as const },
			{ saved: 1, waits: true as const },
		];
		expect(said.map((one) => isUnread({ ...mark, ...one }))).toEqual([true, true, false, false, false]);
	});
});
