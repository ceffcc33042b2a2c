import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Revision } from "@/data/model/headline";
import { joinWordings, MAX_REVISIONS } from "@/data/model/join-wordings";

const wording = (seenAt: number, title: string, html?: string): Revision => ({
	headline: "a",
	seenAt,
	title,
	...(html !== undefined && { html }),
});
const wordings = fc.array(
	fc.record(
		{
			headline: fc.constant("a"),
			seenAt: fc.nat(50),
			title: fc.constantFrom("A", "B", "C", "D"),
			html: fc.constantFrom("x", "y"),
		},
		{ requiredKeys: ["headline", "seenAt", "title"] },
	),
	{ maxLength: 30 },
);

describe("wordings that two have seen", () => {
	it("are told once each, oldest first, though they were seen at different times", () => {
		const ours = [wording(10, "A", "text"), wording(20, "B"), wording(30, "C")];
		const theirs = [wording(9, "A"), wording(21, "B"), wording(29, "C", "more")];
		expect(joinWordings(ours, theirs)).toEqual([
			wording(9, "A", "text"),
			wording(20, "B"),
			wording(29, "C", "more"),
		]);
	});

	it("are the first and the last ones, where there are many", () => {
		const ours = Array.from({ length: 20 }, (_, n) => wording(n, `Title ${n}`));
		const titles = joinWordings(ours, []).map(({ title }) => title);
		expect(titles).toEqual(["Title 0", ...ours.slice(-9).map(({ title }) => title)]);
	});

	it("are in order and within bounds, whatever they are, and joined once more they stay", () => {
		fc.assert(
			fc.property(wordings, wordings, (ours, theirs) => {
				const joined = joinWordings(ours, theirs);
				expect(joined.length).toBeLessThanOrEqual(MAX_REVISIONS);
				const times = joined.map(({ seenAt }) => seenAt);
				expect(times).toEqual(times.toSorted((a, b) => a - b));
				expect(joinWordings(joined, joined)).toEqual(joined);
			}),
		);
	});
});
