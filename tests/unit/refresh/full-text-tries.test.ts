import { describe, expect, test } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/data/model/durations";
import type { FullText } from "@/data/model/full-text";
import { afterVainTry } from "@/data/refresh/full-text-tries";

const wanted: FullText = { id: "a", source: "s", at: 0, state: "wanted" };
const inVain = (code: Parameters<typeof afterVainTry>[1]["code"], more: object = {}, before = wanted) =>
	afterVainTry(before, { code, now: MINUTE_MS, ...more });

describe("a page that couldn't be had", () => {
	test("is tried again later and later, four times in all", () => {
		let before = wanted;
		const waits: (number | string)[] = [];
		for (let time = 0; time < 4; time += 1) {
			before = inVain("unreachable", {}, before);
			waits.push(before.state === "wanted" ? (before.at - MINUTE_MS) / MINUTE_MS : before.state);
		}
		expect(waits).toEqual([10, 40, 160, "failed"]);
		expect(before).toMatchObject({ trouble: "unreachable", tries: 4 });
	});

	test("isn't tried before its host wants it", () => {
		expect(inVain("too-busy", { waitUntil: 99 * MINUTE_MS }).at).toBe(99 * MINUTE_MS);
		expect(inVain("too-busy", { waitUntil: 2 * MINUTE_MS }).at).toBe(11 * MINUTE_MS);
	});

	test.each(["paywalled", "not-found", "forbidden", "no-article", "too-big"] as const)(
		"is given up at once where it is %s",
		(code) => expect(inVain(code)).toMatchObject({ state: "failed", trouble: code, at: MINUTE_MS }),
	);

	test("counts as no try where nobody was asked", () => {
		expect(inVain("offline")).toBe(wanted);
		expect(inVain("permission-needed")).toEqual({
			...wanted,
			trouble: "permission-needed",
			at: MINUTE_MS + DAY_MS,
		});
	});
});
