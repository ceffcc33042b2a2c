import type { FeedServer } from "../support/feed-server";
import { rss } from "./acts";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const html = (body: string) => ({
	contentType: "text/html",
	body: `<!doctype html><title>A site</title>${body}`,
});

/** Puts an address into the field on Sources and presses a button. */
async function give(options: Screen, address: string, button: "Add source" | "Preview"): Promise<void> {
	await options.find("textbox", "Feed or site address").fill(address);
	await options.find("button", button).click();
}
const found = (options: Screen) => options.find("list", "Feeds found").find("listitem");
const sources = (options: Screen) => options.find("list", "Sources").find("listitem");
/** What a site was asked for so far, without its icon. */
const asked = ({ seen }: FeedServer) =>
	seen.map(({ path }) => path).filter((path) => path !== "/favicon.ico");

test("A feed is found behind what is pasted, and looked into before it is added", async ({
	extension,
	feeds,
}) => {
	const options = await extension.open("/options.html#/sources");

	await test.step("a site whose every path is a page is said to have none, after a few requests", async () => {
		for (const path of ["/", "/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml"])
			feeds.on(path, html("<p>Hello."));
		await give(options, feeds.origin, "Add source");
		await expect(options.find("alert")).toSay(/names no feed/);
		expect(feeds.seen).toHaveLength(7);
		await expect(sources(options)).toNumber(1);
	});

	await test.step("several feeds say how many headlines each holds", async () => {
		const link = (title: string, href: string) =>
			`<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
		feeds.on("/", html(link("News", "/news.xml") + link("Sport", "/sport.xml")));
		feeds.on("/news.xml", { body: rss("Site", [{ title: "A vote" }, { title: "A storm" }]) });
		feeds.on("/sport.xml", { body: rss("Site", [{ title: "A draw" }]) });
		await give(options, feeds.origin, "Preview");
		await expect(found(options).holding("News").holding("2 headlines").nth(0)).toBeShown();
		await expect(found(options).holding("Sport").holding("1 headline").nth(0)).toBeShown();
		await expect(options.find("button", "Add News")).toBeShown();
		await expect(sources(options)).toNumber(1);
	});

	await test.step("a preview shows what a feed holds and adds nothing, until it is told to", async () => {
		const items = ["One", "Two", "Three", "Four"].map((title) => ({ title }));
		feeds.on("/feed.xml", { body: rss("The Harbour News", items) });
		await give(options, feeds.url("/feed.xml"), "Preview");
		await expect(found(options).holding("4 headlines")).toBeShown();
		await expect(found(options).holding("Three").nth(0)).toBeShown();
		await expect(options.find("list", "Feeds found").holding("Four")).toNumber(0);
		await expect(sources(options)).toNumber(1);
		await options.find("button", "Add The Harbour News").click();
		await expect(options.find("status")).toSay("Added The Harbour News: 4 headlines.");
		await expect(sources(options)).toNumber(2);
	});

	await test.step("somebody’s address on a Mastodon host is their feed’s, without their page", async () => {
		feeds.on("/@ann.rss", { body: rss("Ann", [{ title: "Hello" }]) });
		const before = asked(feeds).length;
		await give(options, feeds.url("/@ann"), "Add source");
		await expect(options.find("status")).toSay("Added Ann: 1 headline.");
		expect(asked(feeds).slice(before)).toEqual(["/@ann.rss"]);
	});

	await test.step("a site that names none has it found at a usual path", async () => {
		feeds.on("/", html("<p>Hello."));
		feeds.on("/feed.xml", html("<p>Hello."));
		feeds.on("/index.xml", { body: rss("The Village News", [{ title: "Bus runs again" }]) });
		await give(options, feeds.origin, "Add source");
		await expect(options.find("status")).toSay("Added The Village News: 1 headline.");
		await expect(sources(options).holding("/index.xml")).toBeShown();
	});
});
