import { beforeEach, describe, expect, it, vi } from "vitest";
import { addSource } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { readArticle } from "../../../data/store/read-article";
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

	it("leaves alone what it has: the date and the text stay as they first came", async () => {
		await addSource(store, source, [story("a", { html: "<p>Then</p>" })]);
		const id = await onlyId();
		await addSource(store, source, [story("a", { html: "<p>Now</p>", publishedAt: NOON - 5 })]);
		const page = await readArticle(id);
		expect(page?.article?.html).toBe("<p>Then</p>");
		expect(page?.headline.publishedAt).toBe(NOON);
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
});
