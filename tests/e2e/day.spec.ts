import { startProxy } from "../support/proxy";
import { addSource, passAMinute, rss } from "./acts";
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

/** Where browsers get updates of their own parts, in their own time; not www.google.com, which has icons of sites. */
const MAKERS =
	/^(?:(?:[\w-]+\.)+mozilla\.(?:org|net|com)|[\w.-]+\.firefox\.com|[\w-]+\.googleapis\.com|(?:accounts|clients\d)\.google\.com)$/;

/** The host of an address that was asked for, or of a tunnel. */
const hostOf = (address: string) => address.replace(/^https?:\/\//, "").split(/[/:]/)[0] ?? "";
const isNotItsMakers = (address: string) => !MAKERS.test(hostOf(address));

test("a day of use asks nobody but the sources, and for what is opened", async ({ launch, feeds }) => {
	test.setTimeout(120_000);
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

	const asked = proxy.seen.filter(isNotItsMakers);
	const allowed = ["/one.xml", "/two.xml", "/favicon.ico"].map(feeds.url).concat(picture);
	expect([...new Set(asked)].filter((address) => !allowed.includes(address))).toEqual([]);
	expect(ofUse().filter((address) => address === feeds.url("/one.xml")).length).toBeGreaterThan(10);
	await extension.close();
	await proxy.close();
});
