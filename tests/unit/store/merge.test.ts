import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Incoming } from "../../../data/model/headline";
import { MAX_REVISIONS } from "../../../data/model/join-wordings";
import { addSource, mark } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { merge } from "../../../data/store/merge";
import { readArticle } from "../../../data/store/read-article";
import { readMeta } from "../../../data/store/revision";
import { addRule } from "../../../data/store/rules";
import { emptyStore, feedSource, NOON, story } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

let store: ReturnType<typeof emptyStore>;
const source = feedSource("feed");

beforeEach(() => {
	store = emptyStore();
});

const titles = async () => (await readItems(["headlines"])).headlines.map(({ title }) => title);
const onlyId = async () => {
	const [headline] = (await readItems(["headlines"])).headlines;
	if (!headline) throw new Error("There is no headline.");
	return headline.id;
};

describe("merging what a source sends", () => {
	it("keeps a headline once, however often it comes", async () => {
		expect(await addSource(store, source, [story("a")])).toEqual({ fresh: 1, revised: 0 });
		expect(await addSource(store, source, [story("a"), story("a")])).toEqual({ fresh: 0, revised: 0 });
		expect(await titles()).toEqual(["Story a"]);
	});

	it("keeps the same key of two sources as two headlines", async () => {
		await addSource(store, source, [story("a")]);
		await addSource(store, feedSource("other"), [story("a")]);
		expect(await titles()).toHaveLength(2);
	});

	it("makes an edited title a revision, not a new headline", async () => {
		await addSource(store, source, [story("a", { title: "First wording" })]);
		const id = await onlyId();
		store.clock.now += 1000;
		expect(await addSource(store, source, [story("a", { title: "Second wording" })])).toEqual({
			fresh: 0,
			revised: 1,
		});
		expect(await titles()).toEqual(["Second wording"]);
		expect((await readArticle(id))?.revisions).toEqual([
			{ headline: id, seenAt: NOON + 1000, title: "First wording" },
		]);
	});

	it("leaves the date as it first came", async () => {
		await addSource(store, source, [story("a")]);
		const id = await onlyId();
		await addSource(store, source, [story("a", { html: "<p>Now</p>", publishedAt: NOON - 5 })]);
		expect((await readArticle(id))?.headline.publishedAt).toBe(NOON);
	});

	it("doesn't double a headline whose guid changes with each request", async () => {
		const link = "https://www.example.org/a/?utm_source=rss";
		await addSource(store, source, [story("guid-1", { url: link })]);
		await addSource(store, source, [story("guid-2", { url: "https://example.org/a" })]);
		await addSource(store, source, [story("guid-3", { url: link, title: "Edited" })]);
		expect(await titles()).toEqual(["Edited"]);
	});

	it("tells apart headlines that share a link for good", async () => {
		const url = "https://example.org/picture-of-the-day";
		await addSource(store, source, [story("mon", { url })]);
		await addSource(store, source, [story("tue", { url, publishedAt: NOON - 1 }), story("mon", { url })]);
		await addSource(store, source, [story("wed", { url, publishedAt: NOON - 2 })]);
		expect(await titles()).toHaveLength(3);
	});

	it("takes the time of first sight where there is no date, or one to come, and keeps the feed's order", async () => {
		const { publishedAt: _, ...undated } = story("x");
		const incoming = ["a", "b", "c"].map((key) => ({ ...undated, key, title: key }));
		await addSource(store, source, [...incoming, story("d", { title: "d", publishedAt: NOON + 1 })]);
		const { headlines } = await readItems(["headlines"]);
		expect(headlines.map(({ title }) => title)).toEqual(["a", "b", "c", "d"]);
		expect(headlines[0]?.publishedAt).toBe(NOON);
	});

	it("keeps the feed's order where many have one date, also when more of it come", async () => {
		const day = (...names: string[]) =>
			names.map((name) => story(name, { title: name, publishedAt: NOON - 1000 }));
		await addSource(store, source, day(..."abcdefgh"));
		expect(await titles()).toEqual([..."abcdefgh"]);
		await addSource(store, source, day("x", "y", ..."abcdefgh"));
		expect(await titles()).toEqual(["x", "y", ..."abcdefgh"]);
	});
});

describe("merging an edited text", () => {
	const text = async (id: string) => (await readArticle(id))?.article?.html;
	const edit = async (html: string, more: Partial<Incoming> = {}) => {
		store.clock.now += 1000;
		return addSource(store, source, [story("a", { html, ...more })]);
	};
	const kept = async (html: string, more: Partial<Incoming> = {}) => {
		await addSource(store, source, [story("a", { html, ...more })]);
		return onlyId();
	};

	it("keeps the new text, and the old one in a revision", async () => {
		const id = await kept("<p>Then</p>", { author: "A. Writer" });
		expect(await edit("<p>Now</p>")).toEqual({ fresh: 0, revised: 1 });
		const page = await readArticle(id);
		expect(page?.article).toEqual({ id, html: "<p>Now</p>", author: "A. Writer" });
		expect(page?.revisions).toEqual([
			{ headline: id, seenAt: NOON + 1000, title: "Story a", html: "<p>Then</p>" },
		]);
	});

	it("leaves what the user did with the headline", async () => {
		const id = await kept("<p>Then</p>");
		await mark(store, [id], "read");
		await edit("<p>Now</p>", { title: "Edited" });
		expect((await readArticle(id))?.mark.read).toBe(NOON);
		expect((await readItems(["ticker"])).ticker.unread).toBe(0);
	});

	it("changes no list, for lists have no text", async () => {
		await kept("<p>Then</p>");
		const archive = await store.archive();
		const before = await readMeta(archive.transaction("meta").store);
		const merged = await merge(archive, source, [story("a", { html: "<p>Now</p>" })], { now: NOON });
		expect(merged.revised).toBe(1);
		const { revision, headlinesChangedIn } = await readMeta(archive.transaction("meta").store);
		expect(revision).toBe(before.revision + 1);
		expect(headlinesChangedIn).toBe(before.headlinesChangedIn);
	});

	it("judges it by the rules", async () => {
		const id = await kept("<p>Then</p>");
		await addRule(store, { act: "mute", match: { kind: "words", text: "bicycle" }, where: "text" });
		await edit("<p>Now with a bicycle</p>");
		expect((await readItems(["headlines"])).headlines).toEqual([]);
		expect(await text(id)).toContain("bicycle");
	});

	it("takes a text that came late, or whole, as no edit", async () => {
		const long = "A sentence that goes on for a while until it is";
		const id = await kept(`<p>${long}…</p>`, { kind: "cut-off" });
		await edit(`<p>${long} over.</p>`);
		const page = await readArticle(id);
		expect([page?.headline.kind, page?.article?.html]).toEqual(["article", `<p>${long} over.</p>`]);
		expect(page?.revisions).toEqual([]);
	});

	it("doesn't let go of a text of which the feed gives less or nothing any more", async () => {
		const whole = `<p>The beginning.</p><p>${"The rest of it. ".repeat(5)}</p>`;
		const id = await kept(whole);
		for (const html of ["<p>The beginning.</p>", "<p>The beginning. The rest…</p>", "", " "])
			expect((await edit(html, html.includes("…") ? { kind: "cut-off" } : {})).revised).toBe(0);
		const { html: _, ...bare } = story("a", { kind: "bare" });
		await addSource(store, source, [bare]);
		const page = await readArticle(id);
		expect([page?.headline.kind, page?.article?.html]).toEqual(["article", whole]);
	});

	it("keeps the first wording and the last ones, and the first one's text", async () => {
		const id = await kept("<p>Text 0</p>");
		await edit("<p>Text 0</p>", { title: "Title 1" });
		for (let n = 2; n < 20; n++) await edit(`<p>Text ${n}</p>`, { title: `Title ${n}` });
		const revisions = (await readArticle(id))?.revisions ?? [];
		expect(revisions).toHaveLength(MAX_REVISIONS);
		expect(revisions[0]).toMatchObject({ title: "Story a", html: "<p>Text 0</p>" });
		expect(revisions.at(-1)).toMatchObject({ title: "Title 18", html: "<p>Text 18</p>" });
		expect(await text(id)).toBe("<p>Text 19</p>");
	});
});
