import { describe, expect, test } from "vitest";
import { compared, lastEditOf } from "../../../../components/reader/versions";
import type { FullText } from "../../../../data/model/full-text";

const revision = (seenAt: number, title: string, html?: string) => ({
	headline: "a",
	seenAt,
	title,
	...(html !== undefined && { html }),
});
const paragraph = (text: string) => `<p>${text}</p>`;

describe("what the source gave", () => {
	test("has at each edit what was there before and after it, oldest first", () => {
		const edited = {
			headline: { title: "Third" },
			article: { html: "<p>Two</p>" },
			revisions: [revision(1, "First"), revision(2, "Second", "<p>One</p>"), revision(3, "Second")],
		};
		expect(compared(edited, false)).toEqual({
			of: "only",
			edits: [
				{ seenAt: 1, before: { title: "First", text: "One" }, after: { title: "Second", text: "One" } },
				{ seenAt: 2, before: { title: "Second", text: "One" }, after: { title: "Second", text: "Two" } },
				{ seenAt: 3, before: { title: "Second", text: "Two" }, after: { title: "Third", text: "Two" } },
			],
		});
		expect(lastEditOf(edited, false)).toBe(3);
	});

	test("has no edits where there were none", () => {
		const untouched = { headline: { title: "Only" }, revisions: [] };
		expect(compared(untouched, false).edits).toEqual([]);
		expect(lastEditOf(untouched, true)).toBeUndefined();
	});
});

describe("the whole text", () => {
	/** What is known of a page that had each of some texts in turn; the last is there now. */
	const page = (now: string, ...former: [seenAt: number, text: string][]): FullText => ({
		id: "a",
		source: "s",
		state: "there",
		at: 9,
		html: paragraph(now),
		former: former.map(([seenAt, text]) => ({ seenAt, html: paragraph(text) })),
	});

	test("has edits of its own, though the source said nothing of any", () => {
		const edited = {
			headline: { title: "T" },
			article: { html: "<p>Summary</p>" },
			revisions: [],
			fullText: page("Three", [4, "One"], [7, "Two"]),
		};
		expect(compared(edited, true)).toEqual({
			of: "page",
			edits: [
				{ seenAt: 4, before: { title: "T", text: "One" }, after: { title: "T", text: "Two" } },
				{ seenAt: 7, before: { title: "T", text: "Two" }, after: { title: "T", text: "Three" } },
			],
		});
		expect(lastEditOf(edited, true)).toBe(7);
		expect(compared(edited, false)).toEqual({ of: "source", edits: [] });
		expect(lastEditOf(edited, false)).toBeUndefined();
	});

	test("has the edits of the headline among its own, and none of the source's text", () => {
		const edited = {
			headline: { title: "Third" },
			article: { html: "<p>Summary now</p>" },
			revisions: [
				revision(2, "First"),
				revision(5, "Second", "<p>Summary</p>"),
				revision(8, "Third", "<p>S"),
			],
			fullText: page("New", [5, "Old"]),
		};
		expect(compared(edited, true)).toEqual({
			of: "page",
			edits: [
				{ seenAt: 2, before: { title: "First", text: "Old" }, after: { title: "Second", text: "Old" } },
				{ seenAt: 5, before: { title: "Second", text: "Old" }, after: { title: "Third", text: "New" } },
			],
		});
		expect(lastEditOf(edited, true)).toBe(5);
		expect(lastEditOf(edited, false)).toBe(8);
		const { former: _, ...before } = page("Old");
		expect(lastEditOf({ ...edited, fullText: { ...before, at: 4 } }, true)).toBe(8);
	});

	test("in which nothing has changed leaves what the source has changed in its own", () => {
		const { former: _, ...fullText } = page("Whole");
		const edited = {
			headline: { title: "T" },
			article: { html: "<p>Two</p>" },
			revisions: [revision(3, "T", "<p>One</p>")],
			fullText,
		};
		expect(compared(edited, true)).toMatchObject({ of: "source", edits: [{ seenAt: 3 }] });
		expect(lastEditOf(edited, true)).toBe(3);
	});
});
