import { readFile } from "node:fs/promises";
import { addSource, badge, follow, passAMinute, rss } from "./acts";
import { recordsOf } from "./archive";
import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const add = async (options: Screen, address: string) => {
	await options.find("textbox", "Feed or site address").fill(address);
	await options.find("button", "Add source").click();
};
const status = (options: Screen) => options.find("status");
/** Runs in a page: the day in which removed sources can be restored is over, and the alarm rings. */
const aDayLater = async () => {
	const opening = indexedDB.open("headline-ticker");
	await new Promise((done) => opening.addEventListener("success", done));
	const writing = opening.result.transaction("removed", "readwrite");
	writing.objectStore("removed").openCursor().onsuccess = ({ target }) => {
		// It is told by the request for the cursor.
		const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
		cursor?.update({ ...cursor.value, removedAt: cursor.value.removedAt - 25 * 60 * 60_000 });
	};
	await new Promise((done) => writing.addEventListener("complete", done));
	opening.result.close();
	await chrome.alarms.create("refresh", { when: Date.now() });
};
/** The titles of all that is kept. */
const keptTitles = async (extension: Extension) =>
	(await recordsOf<{ title: string }>(extension, "headlines")).map(({ title }) => title);
const alert = (options: Screen) => options.find("alert");

test("A feed that is followed is shown on every open surface without a reload, is asked politely, and let go of", async ({
	extension,
	feeds,
}) => {
	feeds.on("/feed.xml", {
		body: rss("The Harbour News", [{ title: "Ferry runs again", description: "It does." }, { title: "Fog" }]),
		etag: '"v1"',
		lastModified: "Thu, 24 Jul 2025 10:00:00 GMT",
	});
	const popup = await extension.open("/popup.html");
	const tab = await extension.openNewTab();
	const reader = await extension.open("/options.html");
	const options = await addSource(extension, feeds.url("/feed.xml"), "The Harbour News");

	await test.step("it is shown on every open surface", async () => {
		await expect(status(options)).toSay("Added The Harbour News: 2 headlines.");
		await expect(popup.find("link", "Ferry runs again")).toBeShown();
		await expect(reader.find("link", "Ferry runs again")).toBeShown();
		await expect(tab.css(".ticker-place")).toSay(/of 22$/);
	});

	await test.step("it is refreshed with the validators that it sent", async () => {
		await passAMinute(extension);
		await options.find("button", "Try now: The Harbour News").click();
		await expect(status(options)).toSay("Nothing new.");
		const last = feeds.to("/feed.xml").at(-1);
		expect(last).toMatchObject({
			status: 304,
			headers: { "if-none-match": '"v1"', "if-modified-since": "Thu, 24 Jul 2025 10:00:00 GMT" },
		});
		expect(last?.headers.cookie).toBeUndefined();
	});

	await test.step("a removed source takes its headlines along, and undo brings both back", async () => {
		await options.find("button", "Remove The Harbour News").click();
		await expect(status(options)).toSay(/The Harbour News was removed\./);
		await expect(popup.find("link", "Ferry runs again")).toNumber(0);
		await options.find("button", "Undo").click();
		await expect(popup.find("link", "Ferry runs again")).toBeShown();
		await expect(options.find("list", "Sources").find("listitem")).toNumber(2);
	});

	await test.step("what is saved of it stays for good, and all else goes", async () => {
		const row = popup.find("list", "Headlines").find("listitem").holding("Ferry runs again");
		await row.find("button", "Save").click();
		await expect(row.find("button", "Save")).toBePressed();
		const [address = ""] = await extension.evaluate(async () => {
			const { headlines } = await chrome.storage.local.get("headlines");
			const all = headlines as { id: string; title: string }[];
			return all.filter(({ title }) => title === "Ferry runs again").map(({ id }) => `#/read/${id}`);
		});
		await options.find("button", "Remove The Harbour News").click();
		await expect(status(options)).toSay(/^The Harbour News was removed\. 1 saved article stays\./);
		await extension.evaluate(aDayLater);
		await expect.poll(() => keptTitles(extension)).not.toContain("Fog");
		await expect(row).toNumber(0);
		await popup.find("tab", "Saved").click();
		await expect(row).toSay(/The Harbour News/);
		await popup.find("tab", "All").click();
		await popup.find("searchbox", "Search headlines").fill("harbour");
		await expect(row.find("link", "Ferry runs again")).toBeShown();
		await reader.goto(`/options.html${address}`);
		const article = reader.find("article");
		await expect(article).toSay(/The Harbour News.*It does\./s);
		await article.find("button", "Save").click();
		await expect(row).toNumber(0);
		await article.find("button", "Save").click();
		await expect(row).toNumber(1);
		await expect.poll(() => badge(extension)).toBe("20");
	});

	await test.step("with no source left a search still finds it, and says when it finds nothing", async () => {
		await options.find("button", "Remove First edition").click();
		await expect(status(options)).toSay(/^First edition was removed\./);
		await expect(popup.find("link", "Ferry runs again")).toBeShown();
		await popup.find("searchbox", "Search headlines").fill("no such words");
		await expect(popup.css(".list-empty")).toSay("No headline has these words.");
	});
});

test("An address leads to what a site's page names, or it is said in a sentence of its own what is wrong with it", async ({
	extension,
	feeds,
}) => {
	feeds.on("/page", { contentType: "text/html", body: "<!doctype html><title>A page</title><p>Hello." });
	feeds.on("/picture", { contentType: "image/png", body: await readFile("assets/public/icon/128.png") });
	feeds.on("/secret", { status: 403 });
	feeds.on("/broken", { status: 500 });
	feeds.on("/loop", { redirectTo: "/loop" });
	feeds.on("/endless", { body: "<rss>".padEnd(65_536, " "), endless: true });
	feeds.on("/empty", { body: "" });
	feeds.on("/reset", { reset: true });
	const options = await extension.open("/options.html#/sources");
	for (const [what, address, words] of [
		["is none", "not an address", /isn’t a web address/],
		["leads nowhere", feeds.url("/nothing"), /“not found”/],
		["is a page without a feed", feeds.url("/page"), /names no feed/],
		["is a picture", feeds.url("/picture"), /no feed that can be read/],
		["is refused", feeds.url("/secret"), /without signing in/],
		["is out of order", feeds.url("/broken"), /a fault of its own \(500\)\. Try again later\.$/],
		["turns in circles", feeds.url("/loop"), /forwards in circles/],
		["is too much", feeds.url("/endless"), /more than 10 MB/],
		["says nothing", feeds.url("/empty"), /answered with nothing/],
		["hangs up", feeds.url("/reset"), /can’t be reached/],
	] as const)
		await test.step(`an address that ${what}`, async () => {
			await add(options, address);
			await expect(alert(options)).toSay(words);
			await expect(options.find("list", "Sources").find("listitem")).toNumber(1);
		});

	await test.step("a site leads to the feed that its page names", async () => {
		feeds.on("/site", {
			contentType: "text/html",
			body: `<!doctype html><link rel="alternate" type="application/atom+xml" title="All" href="/atom.xml">`,
		});
		feeds.on("/atom.xml", {
			contentType: "application/atom+xml",
			body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Site</title><id>x</id>
				<entry><id>1</id><title>Found by its page</title><updated>2026-01-01T00:00:00Z</updated></entry></feed>`,
		});
		await add(options, feeds.url("/site"));
		await expect(status(options)).toSay("Added Site: 1 headline.");
		await expect(options.find("list", "Sources")).toSay(/atom\.xml/);
	});

	await test.step("a site with several feeds lets the user choose", async () => {
		feeds.on("/", {
			contentType: "text/html",
			body: `<link rel="alternate" type="application/rss+xml" title="News" href="/news.xml">
				<link rel="alternate" type="application/rss+xml" title="Sport" href="/sport.xml">`,
		});
		feeds.on("/sport.xml", { body: rss("Sport", [{ title: "A draw" }]) });
		await add(options, feeds.url("/"));
		await expect(status(options)).toSay(/2 feeds/);
		await options.find("button", "Add Sport").click();
		await expect(status(options)).toSay("Added Sport: 1 headline.");
		await expect(options.find("button", "Add Sport")).toNumber(0);
		await expect(options.find("button", "Add News")).toBeShown();
	});

	await test.step("every source can be removed, the bundled edition too", async () => {
		const rows = options.find("list", "Sources").find("listitem");
		for (const [gone, title] of ["First edition", "Site", "Sport"].entries()) {
			await options.find("button", `Remove ${title}`).click();
			await expect(rows).toNumber(2 - gone);
		}
		const popup = await extension.open("/popup.html");
		await expect(popup.css(".list-empty")).toSay(/No headlines yet/);
	});
});

test("A source that fails keeps what it had, says so, and holds up no other", async ({
	extension,
	feeds,
}) => {
	feeds.on("/good.xml", { body: rss("Good", [{ title: "Good news" }]) });
	feeds.on("/bad.xml", { body: rss("Bad", [{ title: "Kept" }]) });
	await follow(extension, feeds.url("/bad.xml"));
	const options = await addSource(extension, feeds.url("/good.xml"), "Good");
	feeds.on("/bad.xml", { status: 404 });
	feeds.on("/good.xml", { body: rss("Good", [{ title: "Better news" }, { title: "Good news" }]) });
	await passAMinute(extension);
	const popup = await extension.open("/popup.html");
	await popup.find("button", "Refresh").click();
	await expect(popup.find("alert")).toSay("1 of 2 sources couldn’t be read. See Sources");
	await expect(popup.find("link", "Better news")).toBeShown();
	await expect(popup.find("link", "Kept")).toBeShown();
	await expect(options.find("listitem").holding("bad.xml").css(".source-trouble")).toSay(/“not found”/);
});
