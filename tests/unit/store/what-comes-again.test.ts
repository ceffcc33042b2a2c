import { beforeEach, describe, expect, it, vi } from "vitest";
import { toIncoming } from "@/data/formats/feed/incoming";
import { HOUR_MS } from "@/data/model/durations";
import { addSource } from "@/data/store/acts";
import { readItems } from "@/data/store/items";
import { readText, rss } from "../formats/feed/support";
import { emptyStore, feedSource, NOON } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

let store: ReturnType<typeof emptyStore>;
beforeEach(() => {
	store = emptyStore();
});

interface Item {
	title: string;
	link?: string;
	guid?: string;
	html?: string;
	/** Hours after the first poll. */
	hour?: number;
}

const itemOf = ({ title, link = "https://a.example/page", guid, html = "Text", hour }: Item) =>
	`<item><title>${title}</title><link>${link}</link>
	${guid === undefined ? "" : `<guid isPermaLink="false">${guid}</guid>`}
	${hour === undefined ? "" : `<pubDate>${new Date(NOON + hour * HOUR_MS).toUTCString()}</pubDate>`}
	<description><![CDATA[${html}]]></description></item>`;

/** Polls a feed that holds some items, a day after the last time. */
async function poll(...items: Item[]) {
	const incoming = await toIncoming(readText(rss(items.map(itemOf).join(""))));
	const merged = await addSource(store, feedSource("feed"), incoming);
	store.clock.now += 24 * HOUR_MS;
	return merged;
}
const titles = async () => (await readItems(["headlines"])).headlines.map(({ title }) => title);

describe("what comes again with the next poll", () => {
	it("is the same where several items share a link, and addresses in their texts change all the time", async () => {
		for (let signature = 0; signature < 3; signature += 1) {
			const picture = `<img src="https://cdn.example/p.jpg?signature=${signature}">`;
			await poll({ title: "A", html: `${picture}One` }, { title: "B", html: `${picture}Two` });
		}
		expect((await titles()).toSorted()).toEqual(["A", "B"]);
	});

	it("is the same where several items share a link and a guid", async () => {
		for (let views = 0; views < 3; views += 1)
			await poll(
				{ title: "A", guid: "g", html: `${views} views` },
				{ title: "A, again", guid: "g", html: `${views} views` },
			);
		expect(await titles()).toHaveLength(2);
	});

	it("is the same though an update joins it under its guid and link", async () => {
		await poll({ title: "A", guid: "g", hour: 0 });
		await poll({ title: "A", guid: "g", hour: 0 }, { title: "A, updated", guid: "g", hour: 1 });
		expect((await titles()).toSorted()).toEqual(["A", "A, updated"]);
	});

	it("is the same where its link and then its guid have changed, and leads where it does now", async () => {
		await poll({ title: "A", guid: "g", link: "https://a.example/draft" });
		expect(await poll({ title: "A", guid: "g", link: "https://a.example/story" })).toMatchObject({
			revised: 0,
		});
		const urls = async () => (await readItems(["headlines"])).headlines.map(({ url }) => url);
		expect(await urls()).toEqual(["https://a.example/story"]);
		await poll({ title: "A", guid: "h", link: "https://a.example/story" });
		expect(await titles()).toEqual(["A"]);
	});

	it("is the same where guid and date are those of the request", async () => {
		for (let time = 0; time < 3; time += 1) await poll({ title: "A", guid: `g${time}`, hour: time * 24 });
		expect(await titles()).toEqual(["A"]);
	});
});

describe("what is new with the next poll", () => {
	it("is the next entry of a page that has a place for each", async () => {
		const entry = (n: number) => ({
			title: `Version ${n}`,
			link: `https://a.example/changes#v${n}`,
			hour: n,
		});
		for (const n of [1, 2, 3]) await poll(entry(n));
		expect(await titles()).toHaveLength(3);
	});

	it("is what leads to the site's first page, one at a time", async () => {
		for (const title of ["One", "Two", "Three"])
			await poll({ title, link: "https://a.example/", html: title });
		expect(await titles()).toHaveLength(3);
	});

	it("is the next issue of what has one title and address for years", async () => {
		for (const day of [0, 1, 2])
			await poll({ title: "Weather today", guid: `w${day}`, html: `It is ${day} degrees.`, hour: day * 24 });
		expect(await titles()).toHaveLength(3);
	});
});
