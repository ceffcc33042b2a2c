import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
	addedText,
	isLess,
	isSameText,
	MAX_FORMER,
	MAX_FORMER_LENGTH,
	withFormer,
} from "../../../data/model/former-texts";
import type { FullText } from "../../../data/model/full-text";

const there = (html: string, at = 0): FullText => ({ id: "a", source: "s", at, state: "there", html });
const NO_EDITS: readonly { seenAt: number }[] = [];

/** What is kept of a page that gave each of some texts in turn, fetched one tick after another. */
const fetched = (texts: readonly string[]): FullText =>
	texts.map((html, at) => there(html, at)).reduce((known, came) => withFormer(known, came, NO_EDITS));

describe("the whole text that a newer one takes the place of", () => {
	test("is kept, with when that was seen, where the newer one has other words", () => {
		expect(fetched(["<p>Five ships", "<p>Six ships"])).toEqual({
			...there("<p>Six ships", 1),
			former: [{ html: "<p>Five ships", seenAt: 1 }],
		});
	});

	test.each([
		["has the same words", "<p>Five <b>ships</b></p>", '<div class="x">Five ships</div>'],
		["has the rest of it", "<p>Five ships came to the […]</p>", "<p>Five ships came to the harbour.</p>"],
	])("isn't where the newer one %s", (_, before, now) => {
		expect(fetched([before, now])).toEqual(there(now, 1));
	});

	test("was seen to go when its source said so, where that was after it was fetched", () => {
		const seenAt = (edits: number[], readAt?: number) =>
			withFormer(
				{ ...there("<p>Five", 4), ...(readAt !== undefined && { state: "wanted", readAt }) },
				there("<p>Six", 9),
				edits.map((at) => ({ seenAt: at })),
			).former?.[0]?.seenAt;
		expect(seenAt([3, 6, 8])).toBe(8);
		expect(seenAt([3])).toBe(9);
		expect(seenAt([3], 2)).toBe(3);
		expect(seenAt([11])).toBe(9);
	});

	test("is none where there was none, or where the page wasn't had", () => {
		const wanted: FullText = { id: "a", source: "s", at: 0, state: "wanted" };
		expect(withFormer(undefined, there("<p>Six"), NO_EDITS)).toEqual(there("<p>Six"));
		expect(withFormer(wanted, there("<p>Six"), NO_EDITS)).toEqual(there("<p>Six"));
		const failed: FullText = { ...wanted, state: "failed", trouble: "not-found" };
		expect(withFormer(there("<p>Five"), failed, NO_EDITS)).toBe(failed);
	});

	it("has its place in a row that begins with the very first text, and tells of each when the next one came", () => {
		const words = fc.constantFrom("one", "two", "three", "four", "five", "six");
		const texts = fc.array(
			words.map((word) => `<p>It was ${word}.</p>`),
			{ minLength: 1, maxLength: 14 },
		);
		fc.assert(
			fc.property(texts, (texts) => {
				const { html, former = [] } = fetched(texts);
				const edits = texts.filter((text, at) => at > 0 && text !== texts[at - 1]).length;
				expect(former).toHaveLength(Math.min(edits, MAX_FORMER));
				expect(html).toBe(texts.at(-1));
				if (former.length > 0) expect(former[0]?.html).toBe(texts[0]);
				former.forEach(({ seenAt }, at) => {
					const next = former[at + 1]?.html ?? html;
					expect(texts[seenAt]).toBe(next);
					expect(texts[seenAt - 1]).not.toBe(next);
				});
				// Of the last ones none is missing.
				const last = former.slice(1).map((text) => text.html);
				const all = texts.filter((text, at) => at < texts.length - 1 && text !== texts[at + 1]);
				expect(all.slice(all.length - last.length)).toEqual(last);
			}),
		);
	});

	it("takes no more room than it may, the last one before it most likely", () => {
		const length = fc.integer({ min: 1, max: MAX_FORMER_LENGTH * 1.2 });
		fc.assert(
			fc.property(fc.array(length, { minLength: 1, maxLength: 6 }), (lengths) => {
				const texts = lengths.map((length, at) => ({ html: "x".repeat(length), seenAt: at }));
				const known = { ...there("<p>Then", 5), former: texts };
				const { former = [] } = withFormer(known, there("<p>Now", 6), NO_EDITS);
				expect(former.length).toBeLessThanOrEqual(MAX_FORMER);
				expect(former.reduce((sum, { html }) => sum + html.length, 0)).toBeLessThanOrEqual(MAX_FORMER_LENGTH);
				expect(former.at(-1)).toEqual({ html: "<p>Then", seenAt: 6 });
			}),
			{ numRuns: 30 },
		);
		const huge = `<p>${"x".repeat(MAX_FORMER_LENGTH)}`;
		expect(fetched([huge, "<p>Now"])).toEqual(there("<p>Now", 1));
	});
});

describe("a page that gives the beginning alone", () => {
	const WHOLE = `<p>The beginning of it.</p>${"<p>And the rest.</p>".repeat(9)}`;

	test("gives less; one that says something else doesn't", () => {
		expect(isLess(WHOLE, "<p>The beginning of it.</p>")).toBe(true);
		expect(isLess(WHOLE, "<p>The beginning of another.</p>")).toBe(false);
		expect(isLess(WHOLE, WHOLE)).toBe(false);
		expect(isLess(undefined, WHOLE)).toBe(false);
	});
});

test("two whole texts are the same where their words are", () => {
	expect(isSameText(there("<p>A b</p>"), there("<p>A <i>b</i></p>"))).toBe(true);
	expect(isSameText(there("<p>A b</p>"), there("<p>A c</p>"))).toBe(false);
});

describe("a whole text that a backup brings", () => {
	const known = there("<p>Six");
	const brought = { ...known, former: [{ html: "<p>Five", seenAt: 1 }] };

	test("is added where there is none, and adds what was there before the same one", () => {
		expect(addedText(undefined, brought)).toBe(brought);
		expect(addedText({ ...known, state: "there", at: 7 }, brought)).toEqual({ ...brought, at: 7 });
		const { html: _, ...bare } = known;
		expect(addedText({ ...bare, state: "failed" }, brought)).toBe(brought);
	});

	test("leaves another, and what is known of it", () => {
		expect(addedText(there("<p>Seven"), brought)).toBeUndefined();
		expect(addedText({ ...known, former: [{ html: "<p>Four", seenAt: 2 }] }, brought)).toBeUndefined();
		expect(addedText(brought, brought)).toBeUndefined();
	});
});
