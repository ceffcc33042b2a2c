import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { importText } from "./acts";
import { expect, test } from "./fixtures";

const CORPUS = resolve("../shared/corpus/sample-feeds");

/** Of the newest 500 of their headlines, seven tell three stories (docs/run-and-stories.md). */
const STORIES = 496;

/** What a publisher's feed holds, as another reader read it. */
interface Expected {
	title: string;
	items: { title: string }[];
}

test.describe("The feeds of real publishers", () => {
	test.skip(!existsSync(CORPUS), "needs ../shared/corpus/sample-feeds, which is not here");

	test("are followed, tick and are read", async ({ extension, feeds }) => {
		test.setTimeout(120_000);
		const names = readdirSync(join(CORPUS, "files/real-world"));
		const all: Record<string, Expected> = JSON.parse(readFileSync(join(CORPUS, "expected.json"), "utf8"));
		const expected = names.map(
			(name) => ({ name, ...all[`real-world/${name}`] }) as Expected & { name: string },
		);
		for (const name of names) feeds.on(`/${name}`, { file: join(CORPUS, "files/real-world", name) });
		// The articles' own pictures lie on the web, and are no matter here.
		const options = await extension.open("/options.html#/sources");
		const outlines = names.map((name) => `<outline text="${name}" xmlUrl="${feeds.url(`/${name}`)}"/>`);
		await importText(
			options,
			"publishers.opml",
			`<opml version="2.0"><body>${outlines.join("")}</body></opml>`,
		);

		const sources = options.find("list", "Sources").find("listitem");
		await expect(sources).toNumber(names.length + 1);
		await expect(sources.holding("Read just now")).toNumber(names.length);
		await expect(options.css(".source-trouble")).toNumber(0);

		const stored = () =>
			extension.evaluate(async () => {
				const { headlines, ticker } = await chrome.storage.local.get(["headlines", "ticker"]);
				return {
					titles: (headlines as { title: string }[]).map((headline) => headline.title),
					ticker: ticker as { total: number },
				};
			});
		const count = expected.reduce((sum, feed) => sum + feed.items.length, 0);
		expect(count).toBeGreaterThan(500);
		await expect.poll(async () => (await stored()).titles.length).toBe(500);
		await expect.poll(async () => (await stored()).ticker.total).toBe(STORIES);
		for (const title of (await stored()).titles) {
			expect(title).not.toBe("");
			expect(title).not.toMatch(/<\/?[a-z]+>|&(?:amp|lt|gt|quot|#\d+);/i);
		}

		const tab = await extension.openNewTab();
		await expect(tab.css(".ticker-place")).toSay(`1 of ${STORIES}`);
		const first = await tab.css(".ticker-heading").text();
		await tab.find("button", "Next headline").click();
		await expect(tab.css(".ticker-heading")).not.toSay(first);

		const popup = await extension.open("/popup.html");
		await popup.find("searchbox", "Search headlines").fill("guardian");
		const found = popup.find("list", "Headlines").find("listitem").nth(0).find("link");
		const title = await found.text();
		const reader = await extension.open((await found.attribute("href")) ?? "");
		await expect(reader.find("article").find("heading", title)).toBeShown();
		await expect(reader.css(".article-body")).toSay(/\w{3}/);
	});
});
