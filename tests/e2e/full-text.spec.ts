import { existsSync, readFileSync } from "node:fs";
import type { Answer, FeedServer } from "../support/feed-server";
import { PAGE_TEMPLATES } from "../support/page-templates";
import { addSource, follow, passAMinute } from "./acts";
import { recordsOf } from "./archive";
import { expect, test } from "./fixtures";

const PAYLOADS = "../shared/corpus/hostile-html/payloads.json";

/** A feed that gives one sentence of each of its stories, and where they are. */
const summaries = (feeds: FeedServer, titles: readonly string[]): string =>
	`<rss version="2.0"><channel><title>Summaries</title>${titles
		.map(
			(title, place) => `<item><title>${title}</title><link>${feeds.url(`/story/${place}`)}</link>
			<pubDate>${new Date(Date.now() - place * 60_000).toUTCString()}</pubDate>
			<description>The bridge was opened at noon.</description></item>`,
		)
		.join("")}</channel></rss>`;

const PARAGRAPH =
	"<p>The bridge was opened at noon, and many more walked over it than anybody had counted on before the evening.</p>";

/** A page as a newspaper makes them, with the story at its heart. */
const pageOf = (title: string, html = PARAGRAPH.repeat(15)): Answer => ({
	body: PAGE_TEMPLATES.newspaper?.({ title, html: `${html}<p>The end of ${title}.</p>` }) ?? "",
	contentType: "text/html",
});

test.describe("Reading in full", () => {
	test("fetches a headline's page, shows its text with where it is from, and goes back to the summary", async ({
		extension,
		feeds,
	}) => {
		feeds.on("/feed.xml", { body: summaries(feeds, ["The bridge", "The gate"]) });
		feeds.on("/story/0", pageOf("The bridge"));
		feeds.on("/story/1", {
			body: "<title>The gate</title><p>The gate was opened. <b>Subscribe to continue reading</b>",
			contentType: "text/html",
		});
		await follow(extension, feeds.url("/feed.xml"));
		const reader = await extension.open("/options.html");
		await reader.find("list", "Headlines").find("link", "The bridge").click();
		const article = reader.find("article");
		await expect(article.css(".article-body")).toSay("The bridge was opened at noon.");
		expect(feeds.to("/story/0")).toEqual([]);

		await article.find("button", "Read in full").click();
		await expect(article.css(".article-body")).toSay(/The end of The bridge\.$/);
		await expect(article.css(".article-body")).not.toSay(/privacy|Most read|comments/);
		await expect(article.find("status")).toSay(
			/^The whole text, from the page itself at 127\.0\.0\.1:\d+\.$/,
		);
		await expect(article.find("button", "Save")).toBeShown();

		await article.find("button", "Show the source’s version").click();
		await expect(article.css(".article-body")).toSay("The bridge was opened at noon.");
		await article.find("button", "Show the whole text").click();
		await expect(article.css(".article-body")).toSay(/The end of The bridge\.$/);
		expect(feeds.to("/story/0")).toHaveLength(1);
		expect(feeds.to("/story/0")[0]?.headers).not.toHaveProperty("cookie");
		expect(feeds.to("/story/0")[0]?.headers).not.toHaveProperty("referer");

		await test.step("says of a page for subscribers what it is, and keeps the summary", async () => {
			await reader.find("list", "Headlines").find("link", "The gate").click();
			await expect(article.find("button", "Read in full")).toBeShown();
			await reader.press("f");
			await expect(article.find("status")).toSay(/gives the whole text to subscribers/);
			await expect(article.css(".article-body")).toSay("The bridge was opened at noon.");
			await expect(article.find("button", "Try again to read in full")).toBeShown();
		});
		await test.step("that comes by itself is offered, and leaves what is being read where it is", async () => {
			feeds.on("/story/1", pageOf("The gate"));
			const kept = await recordsOf<{ id: string; title: string }>(extension, "headlines");
			const gate = kept.find(({ title }) => title === "The gate")?.id;
			await extension.evaluate(
				(id) => chrome.runtime.sendMessage({ command: "fetchFullText", ask: { id } }),
				gate,
			);
			await expect(article.find("status")).toSay(/^The whole text has come/);
			await expect(article.css(".article-body")).toSay("The bridge was opened at noon.");
			await reader.press("f");
			await expect(article.css(".article-body")).toSay(/The end of The gate\.$/);
		});
		await test.step("of a headline that was edited since says so, and is fetched anew on a click", async () => {
			const edited = summaries(feeds, ["The bridge", "The gate"]).replaceAll("at noon", "at one");
			feeds.on("/feed.xml", { body: edited });
			feeds.on("/story/0", pageOf("The bridge", `${PARAGRAPH.repeat(9)}<p>The mayor came when […]</p>`));
			await passAMinute(extension);
			await reader.evaluate(() => chrome.runtime.sendMessage({ command: "refresh", ask: {} }));
			await reader.find("list", "Headlines").find("link", "The bridge").click();
			await expect(article.find("status")).toSay(/as it was before the edit\.$/);
			await expect(article.css(".article-body")).toSay(/The end of The bridge\.$/);
			await article.find("button", "Read the edited text").click();
			await expect(article.css(".article-body")).toSay(/The mayor came when/);
			await expect(article.find("button", "Read the edited text")).toNumber(0);
			expect(feeds.to("/story/0")).toHaveLength(2);
		});
		expect(await extension.errors()).toEqual([]);
	});

	test("always, has pages fetched ahead, which are there when the server is gone", async ({
		extension,
		feeds,
	}) => {
		const titles = ["The bridge", "The gate"];
		feeds.on("/feed.xml", { body: summaries(feeds, titles) });
		for (const [place, title] of titles.entries()) feeds.on(`/story/${place}`, pageOf(title));
		const sources = await addSource(extension, feeds.url("/feed.xml"), "Summaries");
		await sources.find("button", "Edit Summaries").click();
		await sources.labelled("Always full text").click();
		await sources.find("button", "Save").click();
		await expect(sources.find("status")).toSay("Saved.");
		const kept = async () =>
			(await recordsOf<{ state: string }>(extension, "fullTexts")).map(({ state }) => state);
		await expect.poll(kept, { timeout: 20_000 }).toEqual(["there", "there"]);
		await feeds.close();
		const reader = await extension.open("/options.html");
		for (const title of titles) {
			await reader.find("list", "Headlines").find("link", title).click();
			await expect(reader.css(".article-body")).toSay(new RegExp(`The end of ${title}\\.$`));
		}
	});

	test("of a hostile page runs nothing, and asks for nothing but the article's pictures (needs ../shared/corpus/hostile-html)", async ({
		extension,
		feeds,
	}) => {
		test.skip(!existsSync(PAYLOADS), `${PAYLOADS} is not here.`);
		// The file's own README gives its shape.
		const payloads = JSON.parse(readFileSync(PAYLOADS, "utf8")) as { payload: string }[];
		const hostile = payloads.map(({ payload }) => `${PARAGRAPH}<div>${payload}</div>`).join("");
		const mine = `<script src="/own.js"></script><link rel="stylesheet" href="/own.css"><iframe src="/frame"></iframe>
			<img src="/picture.png" onerror="globalThis.fired = 1" alt="A picture" width="40" height="30">`;
		feeds.on("/feed.xml", { body: summaries(feeds, ["The bridge"]) });
		feeds.on(
			"/story/0",
			pageOf("The bridge", `${PARAGRAPH.repeat(10)}${mine}${hostile}${PARAGRAPH.repeat(10)}`),
		);
		await follow(extension, feeds.url("/feed.xml"));
		const reader = await extension.open("/options.html");
		await reader.evaluate(() => {
			const fired: string[] = [];
			Object.assign(globalThis, { fired });
			for (const name of ["alert", "confirm", "prompt", "print", "open", "xxx"])
				Object.assign(globalThis, { [name]: () => void fired.push(name) });
		});
		await reader.find("list", "Headlines").find("link", "The bridge").click();
		await reader.find("button", "Read in full").click();
		await expect(reader.css(".article-body")).toSay(/than anybody had counted on before the evening/);
		await expect.poll(() => feeds.to("/picture.png").length).toBe(1);
		expect(await reader.evaluate(() => (globalThis as unknown as { fired: unknown }).fired)).toEqual([]);
		await expect(
			reader.css(
				".article-body :is(script, style, link, svg, iframe, object, form, [onerror], [id]:not([id^=in-text-]))",
			),
		).toNumber(0);
		const pictures = await reader.evaluate(() =>
			[...document.querySelectorAll<HTMLImageElement>(".article-body img")].map(({ src }) => src),
		);
		const own = ["/feed.xml", "/story/0", "/favicon.ico"];
		const asked = feeds.seen.map(({ path }) => path).filter((path) => !own.includes(path));
		expect(asked.filter((path) => !pictures.includes(feeds.url(path)))).toEqual([]);
	});
});
