import { expect, test } from "vitest";
import { editsOf } from "../../../../components/reader/versions";

const revision = (seenAt: number, title: string, html?: string) => ({
	headline: "a",
	seenAt,
	title,
	...(html !== undefined && { html }),
});

test("each edit has what was there before and after it, oldest first", () => {
	const edits = editsOf({
		headline: { title: "Third" },
		article: { html: "<p>Two</p>" },
		revisions: [revision(1, "First"), revision(2, "Second", "<p>One</p>"), revision(3, "Second")],
	});
	expect(edits).toEqual([
		{ seenAt: 1, before: { title: "First", text: "One" }, after: { title: "Second", text: "One" } },
		{ seenAt: 2, before: { title: "Second", text: "One" }, after: { title: "Second", text: "Two" } },
		{ seenAt: 3, before: { title: "Second", text: "Two" }, after: { title: "Third", text: "Two" } },
	]);
});

test("a headline that was never edited has no edits", () => {
	expect(editsOf({ headline: { title: "Only" }, revisions: [] })).toEqual([]);
});
