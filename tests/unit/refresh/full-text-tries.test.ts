import { describe, expect, test } from "vitest";
import type { FullText } from "@/data/model/full-text";
import { afterVainTry } from "@/data/refresh/full-text-tries";

const MINUTE = 60_000;
const wanted: FullText = { id: "a", source: "s", at: 0, state: "wanted" };
const inVain = (code: Parameters<typeof afterVainTry>[1]["code"], more: object = {}, before = wanted) =>
	afterVainTry(before, { code, now: MINUTE, ...more });

describe("a page that couldn't be had", () => {
	test("is tried again later and later, four times in all", () => {
		let before = wanted;
		const waits: (number | string)[] = [];
		for (let time = 0; time < 4; time += 1) {
			before = inVain("unreachable", {}, before);
			waits.push(before.state === "wanted" ? (before.at - MINUTE) / MINUTE : before.state);
		}
		expect(waits).toEqual([10, 40, 160, "failed"]);
		expect(before).toMatchObject({ trouble: "unreachable", tries: 4 });
	});

	test("isn't tried before its host wants it", () => {
		expect(inVain("too-busy", { waitUntil: 99 * MINUTE }).at).toBe(99 * MINUTE);
		expect(inVain("too-busy", { waitUntil: 2 * MINUTE }).at).toBe(11 * MINUTE);
	});

	test.each(["paywalled", "not-found", "forbidden", "no-article", "too-big"] as const)(
		"is given up at once where it is %s",
		(code) => expect(inVain(code)).toMatchObject({ state: "failed", trouble: code, at: MINUTE }),
	);

	test("counts as no try where nobody was asked", () => {
		expect(inVain("offline")).toBe(wanted);
		expect(inVain("permission-needed")).toEqual({
			...wanted,
			trouble: "permission-needed",
			at: MINUTE + 24 * 60 * MINUTE,
		});
	});
});
