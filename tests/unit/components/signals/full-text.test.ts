import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { asRead } from "@/components/signals/as-read";
import { createFullText } from "@/components/signals/full-text";
import type { FullText } from "@/data/model/full-text";
import { failed, fine, type Outcome } from "@/data/model/trouble";
import type { ArticlePage } from "@/data/store/read-article";
import { fakeBackground } from "../support/background";

const PAGE = "https://news.example/story/1";
const page = (more: Partial<ArticlePage> = {}): ArticlePage => ({
	headline: { id: "a", title: "A", source: "s", publishedAt: 0, kind: "bare", url: PAGE },
	mark: {},
	revisions: [],
	...more,
});
const THERE: FullText = { id: "a", source: "s", at: 0, state: "there", html: "<p>Whole.</p>", author: "Ada" };

function open(kept: ArticlePage | undefined, answer: Outcome<null> = fine(null), { granted = true } = {}) {
	const background = fakeBackground({ fetchFullText: answer });
	const opened = signal(kept);
	const asked: string[][] = [];
	const reload = vi.fn(async () => {});
	const fullText = createFullText({
		kept: opened,
		reload,
		send: background.send,
		access: {
			askAccess: async (addresses) => {
				asked.push([...addresses]);
				return granted;
			},
			twinAddresses: (address) => [address.replace("//", "//www.")],
		},
	});
	return { fullText, opened, asked, reload, told: background.told };
}

describe("the whole text of an article", () => {
	test("is offered where a headline leads to a page that is no player's, however much the source gave", () => {
		const of = (more: Partial<ArticlePage["headline"]>, html?: string) =>
			open(
				page({
					headline: { ...page().headline, ...more },
					...(html !== undefined && { article: { id: "a", html } }),
				}),
			).fullText.state.value.kind;
		expect(of({ kind: "bare" })).toBe("offered");
		expect(of({ kind: "article" }, "<p>Short.")).toBe("offered");
		expect(of({ kind: "article" }, "<p>Long. ".repeat(1000))).toBe("offered");
		expect(of({ kind: "video" }, "<p>News with a film.")).toBe("offered");
		expect(of({ kind: "video", url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" })).toBe("none");
		expect(of({ kind: "video", title: "A lamp #shorts" })).toBe("none");
		const { url: _, ...nowhere } = page().headline;
		expect(open(page({ headline: nowhere })).fullText.state.value.kind).toBe("none");
		expect(open(undefined).fullText.state.value.kind).toBe("none");
	});

	test("is fetched after its page's host was asked for, and then read anew", async () => {
		const { fullText, asked, told, reload } = open(page());
		const fetching = fullText.ask();
		expect(asked).toEqual([[PAGE]]);
		expect(fullText.state.value).toEqual({ kind: "fetching", host: "news.example" });
		await fetching;
		expect(told).toEqual([{ command: "fetchFullText", ask: { id: "a" } }]);
		expect(reload).toHaveBeenCalledWith("a");
	});

	test("isn't fetched where the user refuses, and that is said", async () => {
		const { fullText, told } = open(page(), fine(null), { granted: false });
		await fullText.ask();
		expect(told).toEqual([]);
		expect(fullText.state.value).toMatchObject({ trouble: { code: "permission-refused" } });
	});

	test("that wasn't to be had is offered again, with why; and the likeliest host too where it led astray", async () => {
		const { fullText, asked, opened } = open(page(), failed("redirects-astray"));
		await fullText.ask();
		expect(fullText.state.value).toMatchObject({ kind: "offered", trouble: { code: "redirects-astray" } });
		await fullText.ask();
		expect(asked[1]).toEqual([PAGE, "https://www.news.example/story/1"]);
		opened.value = page({ headline: { ...page().headline, id: "b" } });
		expect(fullText.state.value).toEqual({ kind: "offered", host: "news.example" });
	});

	test("that was tried in vain before says why", () => {
		const fullText: FullText = { id: "a", source: "s", at: 0, state: "failed", trouble: "paywalled" };
		expect(open(page({ fullText })).fullText.state.value).toMatchObject({
			kind: "offered",
			trouble: { code: "paywalled" },
		});
	});

	test("that comes by itself is offered to whom reads what the source gave, and shown to others", () => {
		const comeTo = (before: ArticlePage) => {
			const { fullText, opened } = open(before);
			const now = { ...before, fullText: THERE };
			fullText.renew(before, now);
			opened.value = now;
			return fullText;
		};
		const summary = page({ headline: { ...page().headline, kind: "article" } });
		const offered = comeTo(summary);
		expect(offered.state.value.kind).toBe("come");
		expect(offered.isPutAway.value).toBe(true);
		offered.show(true);
		expect(offered.state.value.kind).toBe("shown");
		offered.show(false);
		expect(offered.state.value.kind).toBe("put-away");
		expect(comeTo(page()).state.value.kind).toBe("shown");
		expect(comeTo({ ...summary, fullText: THERE }).state.value.kind).toBe("shown");
	});

	test("is toggled by one act, whatever there is: fetched, shown, put away, or nothing", async () => {
		const { fullText, opened, asked } = open(page());
		expect(fullText.toggle()).toBe(true);
		expect([asked.length, fullText.state.value.kind]).toEqual([1, "fetching"]);
		opened.value = page({ fullText: THERE });
		await vi.waitFor(() => expect(fullText.state.value.kind).toBe("shown"));
		fullText.toggle();
		expect(fullText.state.value.kind).toBe("put-away");
		fullText.toggle();
		expect(fullText.state.value.kind).toBe("shown");
		expect(open(undefined).fullText.toggle()).toBe(false);
	});

	test("that has come by itself is shown by the same act", () => {
		const summary = page({ headline: { ...page().headline, kind: "article" } });
		const { fullText, opened } = open(summary);
		opened.value = { ...summary, fullText: THERE };
		fullText.renew(summary, opened.value);
		expect(fullText.state.value.kind).toBe("come");
		expect(fullText.toggle()).toBe(true);
		expect(fullText.state.value.kind).toBe("shown");
	});

	test("that was asked for is shown as soon as it is there", async () => {
		const summary = page({ headline: { ...page().headline, kind: "article" } });
		const { fullText, opened, reload } = open(summary);
		reload.mockImplementation(async () => {
			const now = { ...summary, fullText: THERE };
			fullText.renew(summary, now);
			opened.value = now;
		});
		await fullText.ask();
		expect(fullText.state.value.kind).toBe("shown");
	});

	test("is shown where it is there, and put away for what the source gave until another is open", () => {
		const { fullText, opened } = open(page({ fullText: THERE }));
		expect(fullText.state.value.kind).toBe("shown");
		fullText.show(false);
		expect(fullText.state.value.kind).toBe("put-away");
		expect(fullText.isPutAway.value).toBe(true);
		opened.value = page({ headline: { ...page().headline, id: "b" }, fullText: { ...THERE, id: "b" } });
		expect(fullText.state.value.kind).toBe("shown");
	});
});

describe("a whole text that is asked for again", () => {
	/** Asks again for a whole text that is there; what the archive has then is another. */
	async function askAgain(now: FullText | undefined, answer: Outcome<null> = fine(null)) {
		const { fullText, opened, reload } = open(page({ fullText: THERE }), answer);
		reload.mockImplementation(async () => {
			if (now) opened.value = page({ fullText: now });
		});
		const asking = fullText.ask();
		expect(fullText.state.value).toEqual({ kind: "fetching", host: "news.example", isAgain: true });
		await asking;
		return { fullText, opened };
	}

	test("is said to say the same where it does, until something else is open", async () => {
		const { fullText, opened } = await askAgain({ ...THERE, at: 5, html: "<p><b>Whole.</b></p>" });
		expect(fullText.state.value).toEqual({ kind: "shown", host: "news.example", isSame: true });
		opened.value = page({ fullText: { ...THERE, at: 5 } });
		expect(fullText.state.value).toEqual({ kind: "shown", host: "news.example" });
	});

	test("is shown as it is now where it says something else", async () => {
		const { fullText } = await askAgain({ ...THERE, at: 5, html: "<p>Edited.</p>" });
		expect(fullText.state.value).toEqual({ kind: "shown", host: "news.example" });
	});

	test("stays where it isn't to be had, and that is said", async () => {
		const { fullText } = await askAgain(undefined, failed("no-article"));
		expect(fullText.state.value).toMatchObject({ kind: "shown", trouble: { code: "no-article" } });
	});
});

describe("a whole text whose headline was edited since", () => {
	const edit = { headline: "a", title: "A", seenAt: 5 };
	const edited = page({ fullText: THERE, revisions: [edit] });

	test("is called old, and fetched anew on a click", async () => {
		const { fullText, told } = open(edited);
		expect(fullText.state.value).toEqual({ kind: "shown", host: "news.example", isOld: true });
		await fullText.ask();
		expect(told).toEqual([{ command: "fetchFullText", ask: { id: "a" } }]);
	});

	test("stays shown where a newer one is waited for, or isn't to be had", async () => {
		const wanted: FullText = { ...THERE, state: "wanted", at: 9, readAt: 0 };
		const waiting = page({ fullText: wanted, revisions: [edit] });
		expect(open(waiting).fullText.state.value).toMatchObject({ kind: "shown", isOld: true });
		expect(asRead(waiting, true).article?.html).toBe("<p>Whole.</p>");
		const { fullText } = open(edited, failed("paywalled"));
		await fullText.ask();
		expect(fullText.state.value).toMatchObject({ kind: "shown", trouble: { code: "paywalled" } });
	});

	test("isn't old any more once it was fetched after the edit", () => {
		const newer = page({ fullText: { ...THERE, at: 6 }, revisions: [edit] });
		expect(open(newer).fullText.state.value).toEqual({ kind: "shown", host: "news.example" });
	});
});

describe("an article as it is read", () => {
	test("is cut off where its page breaks off", () => {
		const html = `<p>${"The lamp was lit at noon. ".repeat(40)}</p><p>The keeper came when […]</p>`;
		const kept = page({ fullText: { ...THERE, html } });
		expect(asRead(kept, true).headline.kind).toBe("cut-off");
	});

	test("has its whole text, and is no bare headline any more", () => {
		expect(asRead(page({ fullText: THERE }), true)).toMatchObject({
			headline: { kind: "article" },
			article: { id: "a", html: "<p>Whole.</p>", author: "Ada" },
		});
	});

	test("keeps the author that the source gave", () => {
		const kept = page({ fullText: THERE, article: { id: "a", author: "Of the feed" } });
		expect(asRead(kept, true).article?.author).toBe("Of the feed");
	});

	test("is what the source gave where that is wanted, or nothing else is there", () => {
		const kept = page({ fullText: THERE });
		expect(asRead(kept, false)).toBe(kept);
		expect(asRead(page(), true)).toEqual(page());
	});
});
