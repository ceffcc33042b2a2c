import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRun } from "@/data/model/read-run";
import { EMPTY_RUN, type Run, type TickerHeadline } from "@/data/model/run";

const HEADLINE: TickerHeadline = {
	id: "a",
	title: "A headline",
	source: "s",
	sourceTitle: "",
	publishedAt: 1,
	kind: "bare",
	url: "https://news.example/a",
	seenAt: 2,
	watched: true,
	saved: true,
	copies: [{ id: "b", sourceTitle: "Other" }],
};
const RUN: Run = { ...EMPTY_RUN, headlines: [HEADLINE], total: 1, kept: 1, startedAt: 5, revision: 7 };

/** Values of which none may stand in any field. */
const WRONG = [null, {}, -1.5, Number.NaN, [null]];

describe("a stored run", () => {
	test("is read as it was written", () => {
		const { url, seenAt, watched, saved, copies, ...least } = HEADLINE;
		for (const run of [RUN, EMPTY_RUN, { ...RUN, headlines: [least] }, { ...RUN, hidden: 3 }])
			expect(readRun(JSON.parse(JSON.stringify(run)))).toEqual(run);
	});

	test("is an empty one where any field of it is wrong or wanting", () => {
		for (const key of Object.keys(RUN)) {
			if (key !== "startedAt") expect([key, readRun({ ...RUN, [key]: -1.5 })]).toEqual([key, EMPTY_RUN]);
			for (const wrong of [null, {}, Number.NaN, [null], undefined])
				expect([key, wrong, readRun({ ...RUN, [key]: wrong })]).toEqual([key, wrong, EMPTY_RUN]);
		}
	});

	test("is an empty one where any field of a headline is wrong", () => {
		for (const key of Object.keys(HEADLINE))
			for (const wrong of WRONG) {
				if (typeof wrong === "number" && ["publishedAt", "seenAt"].includes(key) && wrong === -1.5) continue;
				const run = { ...RUN, headlines: [{ ...HEADLINE, [key]: wrong }] };
				expect([key, wrong, readRun(run)]).toEqual([key, wrong, EMPTY_RUN]);
			}
	});

	test("is an empty one where what is hidden is no number", () => {
		for (const wrong of WRONG)
			expect([wrong, readRun({ ...RUN, hidden: wrong })]).toEqual([wrong, EMPTY_RUN]);
	});

	test("may be anything", () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), (stored, headline) => {
				expect(readRun(stored)).toEqual(EMPTY_RUN);
				expect(readRun({ ...RUN, headlines: [headline] })).toEqual(EMPTY_RUN);
			}),
		);
	});
});
