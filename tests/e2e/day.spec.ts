import type { FeedServer } from "../support/feed-server";
import { startProxy } from "../support/proxy";
import { addSource, importText, passAMinute, rss } from "./acts";
import type { Extension } from "./driver/driver";
import { until } from "./driver/until";
import { expect, test } from "./fixtures";

/** Does what the alarm brings about, as if the next hour had come. */
async function anHourLater(extension: Extension): Promise<void> {
	await passAMinute(extension);
	await extension.evaluate(async () => {
		const { polls } = await chrome.storage.local.get("polls");
		for (const poll of Object.values(polls as Record<string, { nextAt: number }>)) poll.nextAt = 0;
		await chrome.storage.local.set({ polls });
		await chrome.runtime.sendMessage({ command: "refresh", ask: {} });
	});
}

/**
 * Where the two browsers ask by themselves, in their own time: host by host, since a maker has others from which a page
 * could load something, such as fonts or icons.
 */
const MAKERS = new Set([
	// Chromium: its own updates, whether somebody is signed in, lists of what is dangerous and of what helps.
	"update.googleapis.com",
	"accounts.google.com",
	"clients2.google.com",
	"safebrowsing.googleapis.com",
	"optimizationguide-pa.googleapis.com",
	"content-autofill.googleapis.com",
	// Firefox: its settings with their signatures, its updates, whether there is a network, lists of trackers.
	"firefox.settings.services.mozilla.com",
	"firefox-settings-attachments.cdn.mozilla.net",
	"content-signature-2.cdn.mozilla.net",
	"aus5.mozilla.org",
	"services.addons.mozilla.org",
	"versioncheck-bg.addons.mozilla.org",
	"detectportal.firefox.com",
	"shavar.services.mozilla.com",
	"tracking-protection.cdn.mozilla.net",
	"push.services.mozilla.com",
	"contile.services.mozilla.com",
	"location.services.mozilla.com",
	"incoming.telemetry.mozilla.org",
]);

/** The host of an address that was asked for, or of a tunnel. */
const hostOf = (address: string) => address.replace(/^https?:\/\//, "").split(/[/:]/)[0] ?? "";
const isNotItsMakers = (address: string) => !MAKERS.has(hostOf(address));

/** A feed of one story that it tells in a sentence, and the story's page, with what pages have beside their text. */
function bringStory(feeds: FeedServer): string {
	feeds.on("/three.xml", {
		body: `<rss version="2.0"><channel><title>Short</title><item><title>The bridge</title>
			<link>${feeds.url("/story")}</link><description>It was opened at noon.</description></item></channel></rss>`,
	});
	const text =
		"<p>The bridge was opened at noon, and many more walked over it than anybody had counted on.</p>";
	feeds.on("/story", {
		contentType: "text/html",
		body: `<title>The bridge</title><link rel="stylesheet" href="/page.css"><script src="/page.js"></script>
			<img src="/counted.gif" width="1" height="1"><article><h1>The bridge</h1>${text.repeat(15)}</article>`,
	});
	return feeds.url("/three.xml");
}

test("a day of use asks nobody but the sources, and for what is opened", async ({ launch, feeds }) => {
	test.setTimeout(180_000);
	const proxy = await startProxy();
	const picture = feeds.url("/pictures/harbour.png");
	const pixel = feeds.url("/pixel.gif");
	const text =
		`&lt;p&gt;A long ferry.&lt;/p&gt;&lt;img src="${picture}" width="400" height="200"&gt;` +
		`&lt;img src="${pixel}" width="1" height="1"&gt;&lt;p&gt;&lt;a href="https://elsewhere.example/"&gt;More&lt;/a&gt;&lt;/p&gt;`;
	const morning = [{ title: "Ferry returns", description: text }, { title: "Bridge opens" }];
	feeds.on("/one.xml", { body: rss("Harbour", morning) });
	feeds.on("/two.xml", { body: rss("Hills", [{ title: "Snow on the pass" }]) });

	const extension = await launch({ proxy: proxy.host });
	await until("the edition", () =>
		extension.evaluate(async () => "ticker" in (await chrome.storage.local.get("ticker"))),
	);
	// Nobody has done anything yet: whatever was asked by now, but a browser's maker, is asked by mistake.
	expect(proxy.seen.filter(isNotItsMakers)).toEqual([]);

	await test.step("in the morning: two sources", async () => {
		await addSource(extension, feeds.url("/one.xml"), "Harbour");
		await addSource(extension, feeds.url("/two.xml"), "Hills");
	});
	await test.step("new tabs, the popup, a search, saving and marking, settings", async () => {
		const tab = await extension.openNewTab();
		await expect(tab.find("heading").nth(0)).toBeShown();
		const popup = await extension.open("/popup.html");
		await popup.find("searchbox", "Search headlines").fill("snow");
		await expect(popup.find("link", "Snow on the pass")).toBeShown();
		await popup.find("button", "Mark all read").click();
		await expect(popup.find("status")).toSay(/read/);
		const settings = await extension.open("/options.html#/settings");
		await settings.find("radio", "Dark").click();
		await expect(settings.find("status")).toSay(/Saved/);
	});
	const ofUse = () => proxy.seen.filter((address) => address.includes("127.0.0.1"));
	await test.step("an article: its picture, and no pixel", async () => {
		expect(ofUse()).not.toContain(picture);
		const reader = await extension.open("/options.html");
		await reader.find("list", "Headlines").find("link", "Ferry returns").click();
		await expect(reader.find("article").find("heading", "Ferry returns")).toBeShown();
		await expect.poll(ofUse).toContain(picture);
		await reader.find("button", "Save").nth(0).click();
	});
	await test.step("a story in full: its page, and nothing else of it", async () => {
		await addSource(extension, bringStory(feeds), "Short");
		const reader = await extension.open("/options.html");
		await reader.find("list", "Headlines").find("link", "The bridge").click();
		expect(ofUse()).not.toContain(feeds.url("/story"));
		await reader.find("article").find("button", "Read in full").click();
		await expect(reader.find("article").find("status")).toSay(/^The whole text/);
	});
	await test.step("a digest, a list of feeds, words to watch for, a backup, the browser’s own sync", async () => {
		const sources = await extension.open("/options.html#/sources");
		await importText(sources, "town.txt", "-\nThe tram is back\nIt climbs the hill again.\n");
		await expect(sources.find("status")).toSay(/1 headline/);
		const outline = `<outline type="rss" text="Hills" xmlUrl="${feeds.url("/two.xml")}"/>`;
		await importText(sources, "list.opml", `<opml version="2.0"><body>${outline}</body></opml>`);
		await expect(sources.find("status")).toSay(/^list\.opml: /);
		const told = await extension.evaluate(async () => {
			const ask = (command: string, ask: object) => chrome.runtime.sendMessage({ command, ask });
			const match = { kind: "words", text: "News of" };
			return [
				await ask("addRule", { act: "watch", match, where: "title" }),
				await ask("changeSettings", { sync: true }),
			];
		});
		expect(told).toMatchObject([{ ok: true }, { ok: true }]);
		const settings = await extension.open("/options.html#/settings");
		await settings.find("button", "Make a backup").click();
		await expect(settings.find("status")).toSay(/Keep it in a safe place/);
	});
	await test.step("the hours until the evening", async () => {
		for (let hour = 1; hour <= 12; hour++) {
			feeds.on("/one.xml", { body: rss("Harbour", [{ title: `News of hour ${hour}` }, ...morning]) });
			await anHourLater(extension);
		}
		const tab = await extension.openNewTab();
		await expect(tab.find("heading").nth(0)).toBeShown();
	});
	await test.step("the background is stopped, and wakes", async () => {
		await extension.stopBackground();
		await extension.evaluate(() => chrome.runtime.sendMessage({ command: "ready", ask: null }));
	});
	await test.step("what the browser’s own sync was given, and is taken back", async () => {
		const synced = () => extension.evaluate(async () => Object.keys(await chrome.storage.sync.get()).length);
		await expect.poll(synced).toBeGreaterThan(0);
		await extension.evaluate(() =>
			chrome.runtime.sendMessage({ command: "changeSettings", ask: { sync: false } }),
		);
		await expect.poll(synced).toBe(0);
	});

	const asked = proxy.seen.filter(isNotItsMakers);
	const allowed = ["/one.xml", "/two.xml", "/three.xml", "/story", "/favicon.ico"]
		.map(feeds.url)
		.concat(picture);
	expect([...new Set(asked)].filter((address) => !allowed.includes(address))).toEqual([]);
	expect(ofUse().filter((address) => address === feeds.url("/one.xml")).length).toBeGreaterThan(10);
	await extension.close();
	await proxy.close();
});
