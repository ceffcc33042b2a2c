import { describe, expect, it } from "vitest";
import { isNewer, keepReading } from "@/components/signals/newer-article";
import type { FullText } from "@/data/model/full-text";
import type { HeadlineKind } from "@/data/model/headline";
import type { ArticlePage } from "@/data/store/read-article";

const whole = (html: string): FullText => ({ id: "a", source: "s", at: 1, state: "there", html });

interface Said {
	title?: string;
	html?: string;
	fullText?: FullText;
	kind?: HeadlineKind;
}
const page = ({ title = "Ships", html, fullText, kind = "article" }: Said): ArticlePage => ({
	headline: { id: "a", title, source: "s", publishedAt: 0, kind },
	mark: {},
	revisions: [],
	...(html !== undefined && { article: { id: "a", html } }),
	...(fullText && { fullText }),
});

describe("an article that is being read", () => {
	const read = page({ html: "Five.", fullText: whole("<p>Five ships.</p>") });

	it("is another with another title, text or whole text", () => {
		expect(isNewer(read, { ...read })).toBe(false);
		expect(isNewer(read, page({ html: "Six.", fullText: whole("<p>Five ships.</p>") }))).toBe(true);
		expect(isNewer(read, page({ html: "Five.", fullText: whole("<p>Six ships.</p>") }))).toBe(true);
		expect(isNewer(read, { ...read, headline: { ...read.headline, title: "Boats" } })).toBe(true);
	});

	it("is no other by markup alone, nor by a whole text that has come or gone", () => {
		expect(isNewer(read, page({ html: "Five.", fullText: whole("<p>Five <b>ships</b>.</p>") }))).toBe(false);
		expect(isNewer(read, page({ html: "Five." }))).toBe(false);
		expect(isNewer(page({ html: "Five." }), read)).toBe(false);
	});

	it("keeps its words, unless its whole text was asked for", () => {
		const now = page({ title: "Boats", html: "Six.", fullText: whole("<p>Six ships.</p>") });
		expect(keepReading(read, now, false)).toEqual(read);
		expect(keepReading(read, now, true)).toEqual({ ...read, fullText: now.fullText });
	});

	it("takes what was missing: a text where there was none, and a whole one", () => {
		const bare = page({ kind: "bare" });
		const now = page({ title: "Boats", html: "Six.", fullText: whole("<p>Six ships.</p>") });
		expect(keepReading(bare, now, false)).toEqual({ ...now, headline: { ...now.headline, title: "Ships" } });
		expect(keepReading(page({ html: "Five." }), now, false)).toEqual({ ...read, fullText: now.fullText });
	});
});
