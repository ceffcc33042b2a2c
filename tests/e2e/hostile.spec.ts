import { gzipSync } from "node:zlib";
import { type Answer, type FeedServer, startFeedServer } from "../support/feed-server";
import { importText, passAMinute, rss } from "./acts";
import { recordsOf } from "./archive";
import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const MEGABYTE = 1024 * 1024;
const feed = rss("Victim", [{ title: "Kept of old" }, { title: "Kept too" }]);

interface Case {
	what: string;
	/** What the feed answers from now on. */
	answer: Answer | ((request: object) => Answer);
	/** What Sources says of it then. */
	says: RegExp;
}

/** A source whose answers go wrong, one that is well at another host, and one that shares the victim's. */
interface Stage {
	options: Screen;
	victim: FeedServer;
	/** Refreshes all, and waits until that is done. */
	refresh(): Promise<void>;
	row(path: string): ReturnType<Screen["find"]>;
}

const refreshAll = (extension: Extension) =>
	extension.evaluate(async () => {
		await chrome.runtime.sendMessage({ command: "refresh", ask: {} });
	});

async function setStage(extension: Extension, good: FeedServer, victim: FeedServer): Promise<Stage> {
	victim.on("/victim.xml", { body: feed });
	victim.on("/sister.xml", { body: rss("Sister", [{ title: "Of the sister" }]) });
	good.on("/good.xml", { body: rss("Good", [{ title: "Good news 0" }]) });
	const outlines = [victim.url("/victim.xml"), victim.url("/sister.xml"), good.url("/good.xml")].map(
		(url) => `<outline text="${new URL(url).pathname}" xmlUrl="${url}"/>`,
	);
	const options = await extension.open("/options.html#/sources");
	await importText(options, "three.opml", `<opml version="2.0"><body>${outlines.join("")}</body></opml>`);
	await expect(options.find("list", "Sources").find("listitem")).toNumber(4);
	await passAMinute(extension);
	return {
		options,
		victim,
		refresh: () => refreshAll(extension),
		row: (path) => options.find("list", "Sources").find("listitem").holding(path),
	};
}

/** All that the archive holds of a source, found by the end of its address. */
async function archiveOf(extension: Extension, path: string): Promise<string> {
	const source = await extension.evaluate(async (path) => {
		const { sources } = await chrome.storage.local.get("sources");
		return (sources as { id: string; url?: string }[]).find(({ url }) => url?.endsWith(path))?.id;
	}, path);
	const all = await recordsOf<{ id: string; source: string }>(extension, "headlines");
	const kept = all.filter((headline) => headline.source === source);
	const ids = new Set(kept.map(({ id }) => id));
	const articles = await recordsOf<{ id: string }>(extension, "articles");
	const revisions = await recordsOf<{ headline: string }>(extension, "revisions");
	return JSON.stringify([
		kept,
		articles.filter(({ id }) => ids.has(id)),
		revisions.filter(({ headline }) => ids.has(headline)),
	]);
}

/** Goes through some cases, one after another, with everything that must hold after each. */
async function endure(extension: Extension, good: FeedServer, victim: FeedServer, cases: Case[]) {
	const stage = await setStage(extension, good, victim);
	const popup = await extension.open("/popup.html");
	const archive = await archiveOf(extension, "/victim.xml");
	expect(JSON.parse(archive)[0]).toHaveLength(2);
	for (const [place, { what, answer, says }] of cases.entries()) {
		await test.step(what, async () => {
			const news = `Good news ${place + 1}`;
			good.on("/good.xml", { body: rss("Good", [{ title: news }]) });
			victim.on("/victim.xml", answer);
			await passAMinute(extension);
			await stage.refresh();
			await expect(stage.row("/victim.xml")).toSay(says);
			await expect(popup.find("link", news)).toBeShown();
			await expect(stage.row("/sister.xml").css(".source-trouble")).toNumber(0);
			expect(await archiveOf(extension, "/victim.xml")).toBe(archive);
		});
	}
	await test.step("and is well again", async () => {
		victim.on("/victim.xml", { body: rss("Victim", [{ title: "Well again" }, { title: "Kept of old" }]) });
		await passAMinute(extension);
		await stage.refresh();
		await expect(popup.find("link", "Well again")).toBeShown();
		await expect(stage.row("/victim.xml").css(".source-trouble")).toNumber(0);
	});
}

test.describe("A server that means no good leaves everything else as it was:", () => {
	let victim: FeedServer;
	test.beforeEach(async () => {
		victim = await startFeedServer();
	});
	test.afterEach(() => victim.close());

	test("answers that are nothing, something else, not all there or without end, and redirects that lead nowhere", async ({
		extension,
		feeds,
	}) => {
		test.slow();
		const zeros = Buffer.alloc(64 * MEGABYTE);
		victim.on("/a", { redirectTo: "/b" });
		victim.on("/b", { redirectTo: "/a" });
		for (let hop = 0; hop < 30; hop += 1) victim.on(`/hop${hop}`, { redirectTo: `/hop${hop + 1}` });
		victim.on("/hop30", { body: feed });
		await endure(extension, feeds, victim, [
			{ what: "an empty 200", answer: { body: "" }, says: /answered with nothing/ },
			{
				what: "HTML with status 200",
				answer: { contentType: "text/html", body: "<!doctype html><title>Sign in</title><p>Please." },
				says: /sent a web page in place of the feed/,
			},
			{
				what: "HTML that calls itself a feed",
				answer: { body: "<!doctype html><html><title>Maintenance</title></html>" },
				says: /sent a web page in place of the feed/,
			},
			{
				what: "half a response, then a reset",
				answer: { body: feed, cutAfter: 120 },
				says: /broke off in the middle of its answer/,
			},
			{
				what: "a Content-Length that promises too much",
				answer: { body: feed, headers: { "content-length": "9999", connection: "close" } },
				says: /broke off in the middle of its answer/,
			},
			{ what: "no answer at all", answer: { reset: true }, says: /can’t be reached/ },
			{ what: "a 304 that nobody asked for", answer: { status: 304 }, says: /can’t be used/ },
			{ what: "404", answer: { status: 404 }, says: /“not found”/ },
			{ what: "500", answer: { status: 500, body: feed }, says: /a fault of its own/ },
			{
				what: "an endless body",
				answer: { body: "<rss>".padEnd(65_536, " "), endless: true },
				says: /more than 10 MB/,
			},
			{
				what: "a gzip bomb",
				answer: { body: gzipSync(zeros), headers: { "content-encoding": "gzip" } },
				says: /more than 10 MB/,
			},
			{
				what: "a Content-Length beyond all bounds",
				answer: { body: feed, headers: { "content-length": "99999999999" } },
				says: /more than 10 MB/,
			},
			{ what: "a loop of one", answer: { redirectTo: "/victim.xml" }, says: /forwards in circles/ },
			{ what: "a loop of two", answer: { redirectTo: "/a" }, says: /forwards in circles/ },
			{ what: "a chain of thirty", answer: { redirectTo: "/hop0" }, says: /forwards in circles/ },
			{
				what: "a redirect to a host that may not be read",
				answer: { redirectTo: feeds.url("/good.xml").replace("127.0.0.1", "localhost") },
				says: /a site that may not be read/,
			},
		]);
	});

	test("answers that never end in time", async ({ extension, feeds }) => {
		test.slow();
		const stage = await setStage(extension, feeds, victim);
		const archive = await archiveOf(extension, "/victim.xml");
		victim.on("/victim.xml", { silent: true });
		victim.on("/sister.xml", { body: feed, drip: { bytes: 1, pause: 250 } });
		feeds.on("/good.xml", { body: rss("Good", [{ title: "Good news meanwhile" }]) });
		const popup = await extension.open("/popup.html");
		await passAMinute(extension);
		const refreshing = stage.refresh();
		// The others don't wait for the two that hang.
		await expect(popup.find("link", "Good news meanwhile")).toBeShown();
		await refreshing;
		await expect(stage.row("/victim.xml")).toSay(/took longer than 20 seconds/);
		await expect(stage.row("/sister.xml")).toSay(/took longer than 20 seconds/);
		expect(await archiveOf(extension, "/victim.xml")).toBe(archive);
	});
});

test.describe("A server that is odd but means well is understood:", () => {
	test("an ETag that changes on every answer, a wrong charset, a length that promises too little, a slow drip", async ({
		extension,
		feeds,
	}) => {
		let version = 0;
		const same = rss("Etag", [{ title: "Same as ever" }]);
		feeds.on("/etag.xml", () => ({ body: same, etag: `"${version++}"` }));
		feeds.on("/charset.xml", {
			contentType: "text/xml; charset=utf-16",
			body: rss("Charset", [{ title: "Grüße aus Köln" }]),
		});
		const whole = rss("Short", [{ title: "Before the cut" }]);
		feeds.on("/short.xml", {
			body: `${whole}<!-- more -->`,
			headers: { "content-length": String(whole.length) },
		});
		feeds.on("/drip.xml", { body: rss("Drip", [{ title: "Drop by drop" }]), drip: { bytes: 40, pause: 50 } });
		const options = await extension.open("/options.html#/sources");
		const outlines = ["etag", "charset", "short", "drip"].map(
			(name) => `<outline text="${name}" xmlUrl="${feeds.url(`/${name}.xml`)}"/>`,
		);
		await importText(options, "odd.opml", `<opml version="2.0"><body>${outlines.join("")}</body></opml>`);
		const popup = await extension.open("/popup.html");
		for (const title of ["Same as ever", "Grüße aus Köln", "Before the cut", "Drop by drop"])
			await expect(popup.find("link", title)).toBeShown();
		const archive = await archiveOf(extension, "/etag.xml");
		await passAMinute(extension);
		await refreshAll(extension);
		expect(feeds.to("/etag.xml").map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"0"']);
		expect(await archiveOf(extension, "/etag.xml")).toBe(archive);
		await expect(options.css(".source-trouble")).toNumber(0);
	});

	test("429 and 503 with Retry-After hold for the whole host, and for no other", async ({
		extension,
		feeds,
	}) => {
		const victim = await startFeedServer();
		const stage = await setStage(extension, feeds, victim);
		victim.on("/victim.xml", { status: 429, headers: { "retry-after": "3600" } });
		await passAMinute(extension);
		await extension.evaluate(async () => {
			const { sources } = await chrome.storage.local.get("sources");
			const victim = (sources as { id: string; url?: string }[]).find(({ url }) =>
				url?.endsWith("/victim.xml"),
			);
			await chrome.runtime.sendMessage({ command: "refresh", ask: { sources: [victim?.id] } });
		});
		await expect(stage.row("/victim.xml")).toSay(/too busy.*wait until \d\d:\d\d/);
		feeds.on("/good.xml", { body: rss("Good", [{ title: "Good news after all" }]) });
		const before = victim.seen.length;
		await stage.refresh();
		const popup = await extension.open("/popup.html");
		await expect(popup.find("link", "Good news after all")).toBeShown();
		expect(victim.seen).toHaveLength(before);
		// An hour on, as far as the extension knows; then the date form, with 503.
		await extension.evaluate(async () => {
			const { polls } = await chrome.storage.local.get("polls");
			for (const poll of Object.values(polls as Record<string, { waitUntil?: number }>))
				delete poll.waitUntil;
			await chrome.storage.local.set({ polls });
		});
		await extension.stopBackground();
		const until = new Date(Date.now() + 7_200_000).toUTCString();
		victim.on("/victim.xml", { status: 503, headers: { "retry-after": until } });
		const waits = async () => {
			await passAMinute(extension);
			await stage.refresh();
			return extension.evaluate(async () => {
				const { polls } = await chrome.storage.local.get("polls");
				return Object.values(polls as Record<string, { waitUntil?: number }>).flatMap(
					(poll) => poll.waitUntil ?? [],
				);
			});
		};
		// A background that is being stopped may still answer the first time.
		await expect.poll(waits).toEqual([Date.parse(until)]);
		await victim.close();
	});
});
