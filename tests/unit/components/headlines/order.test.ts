import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderAfter } from "@/components/headlines/order";

describe("the order to go through a list by", () => {
	test("keeps what was opened and has left the list where it stood", () => {
		expect(orderAfter(["a", "b", "c"], ["a", "c"], new Set(["b"]))).toEqual(["a", "b", "c"]);
		expect(orderAfter(["a", "b", "c"], [], new Set(["b"]))).toEqual(["b"]);
	});

	test("forgets what has left the list without having been opened", () => {
		expect(orderAfter(["a", "b", "c"], ["a", "c"], new Set())).toEqual(["a", "c"]);
	});

	test("holds the list in its order, what was opened in its own, and each once", () => {
		const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String));
		fc.assert(
			fc.property(ids, ids, ids, (all, gone, opened) => {
				const before = all.toSorted();
				const now = [...all, "new"].filter((id) => !gone.includes(id)).toSorted();
				const order = orderAfter(before, now, new Set(opened));
				expect(order.filter((id) => now.includes(id))).toEqual(now);
				expect(order.filter((id) => before.includes(id))).toEqual(
					before.filter((id) => now.includes(id) || opened.includes(id)),
				);
				expect(new Set(order).size).toBe(order.length);
			}),
		);
	});
});
