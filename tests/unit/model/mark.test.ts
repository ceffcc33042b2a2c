import { describe, expect, it } from "vitest";
import { applyAct } from "../../../data/model/mark";

describe("an act on a headline", () => {
	it("is noted with its time, and leaves the rest", () => {
		expect(applyAct({ saved: 1 }, "read", 2)).toEqual({ saved: 1, read: 2 });
		expect(applyAct({ saved: 1, read: 2 }, "unread", 3)).toEqual({ saved: 1 });
	});

	it.each(["read", "saved", "shown", "unread", "unsaved"] as const)("%s done twice is done once", (act) => {
		const once = applyAct({ read: 1, shown: 1 }, act, 2);
		expect(applyAct(once, act, 3)).toBe(once);
	});
});
