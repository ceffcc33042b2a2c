import { follow, rss } from "./acts";
import type { Extension } from "./driver/driver";
import { expect, test } from "./fixtures";

/** The edition's headline of a kind, of the newest if there are more. */
async function ofKind(extension: Extension, kind: string): Promise<{ id: string; title: string }> {
	await expect
		.poll(() => extension.evaluate(async () => "headlines" in (await chrome.storage.local.get("headlines"))))
		.toBe(true);
	const { headlines } = await extension.evaluate(() => chrome.storage.local.get("headlines"));
	const found = (headlines as { id: string; title: string; kind: string }[]).find((one) => one.kind === kind);
	if (!found) throw new Error(`The edition has no headline of the kind ${kind}.`);
	return found;
}

test("The reader shows what there is, and finds the way", async ({ extension }) => {
	const reader = await extension.open("/options.html");
	const article = reader.find("article");
	const list = reader.find("list", "Headlines");
	const rows = list.find("listitem");

	await test.step("it goes to the next and the previous, and back with the browser", async () => {
		await rows.nth(0).find("link").click();
		await expect(article.find("heading")).toSay(await rows.nth(0).find("link").text());
		await reader.find("link", "Next").click();
		await expect(article.find("heading")).toSay(await rows.nth(1).find("link").text());
		await reader.find("link", "Previous").click();
		await expect(article.find("heading")).toSay(await rows.nth(0).find("link").text());
		await reader.evaluate(() => history.back());
		await expect(article.find("heading")).toSay(await rows.nth(1).find("link").text());
	});

	await test.step("it shows source, date, headline and text of a whole article", async () => {
		const { id, title } = await ofKind(extension, "article");
		await reader.goto(`/options.html#/read/${id}`);
		await expect(article.find("heading", title)).toBeShown();
		await expect(article.css(".article-kicker")).toSay(/^First edition.*24 July 2025/);
		expect(await article.css(".article-body p").count()).toBeGreaterThan(5);
		await expect(article.css(".article-note")).toNumber(0);
		expect(await reader.evaluate(() => document.title)).toBe(title);
	});

	await test.step("it saves, and marks unread again, and no button moves by that", async () => {
		const places = () =>
			article.css(".article-tools").evaluate((tools) =>
				[...tools.children].map((tool) => {
					const { x, y, width } = tool.getBoundingClientRect();
					return [x, y, width].map(Math.round).join();
				}),
			);
		const before = await places();
		await article.find("button", "Save").click();
		await expect(article.find("button", "Save")).toBePressed();
		await article.find("button", "Mark unread").click();
		await expect(article.find("button", "Mark read")).toBeShown();
		expect(await places()).toEqual(before);
		await article.find("button", "Mark read").click();
		await expect(article.find("button", "Mark unread")).toBeShown();
	});

	await test.step("it says of a headline that is bare, cut off or a video what it is", async () => {
		for (const [kind, words] of [
			["bare", /without any text/],
			["cut-off", /cut off/],
			["video", /a video/],
		] as const) {
			const { id, title } = await ofKind(extension, kind);
			await reader.goto(`/options.html#/read/${id}`);
			await expect(article.find("heading", title)).toBeShown();
			await expect(reader.css(".article-note")).toSay(words);
			await expect(reader.find("button", "Look it up")).toBeShown();
		}
	});

	await test.step("a headline that isn't kept is said to be gone", async () => {
		await reader.goto("/options.html#/read/nothing-of-the-kind");
		await expect(reader.css(".reader-hint")).toSay("This headline isn’t kept any more.");
	});

	await test.step("it is one column where it is narrow", async () => {
		await reader.goto("/options.html");
		await reader.resize(320, 640);
		await expect(list).toBeShown();
		await rows.nth(0).find("link").click();
		await expect(article).toBeShown();
		await expect(list).not.toBeShown();
		await reader.find("link", "All headlines").click();
		await expect(list).toBeShown();
		expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	});
});

test("The reader shows what a feed sends, and runs nothing of it", async ({ extension, feeds }) => {
	await test.step("it says who wrote it and in what language, and leads to the original", async () => {
		const item = {
			title: "Fähre fährt",
			description: "Sie fährt.",
			author: "ann@harbour.example (Ann Quay)",
		};
		const german = rss("Harbour", [item]).replace("<item>", "<language>de</language><item>");
		feeds.on("/feed.xml", { body: german });
		await follow(extension, feeds.url("/feed.xml"));
		const reader = await extension.open("/options.html");
		await reader.find("list", "Headlines").find("link", "Fähre fährt").click();
		await expect(reader.css(".article-kicker")).toSay(/^Harbour.*Ann Quay$/);
		expect(await reader.find("article").find("heading", "Fähre fährt").attribute("lang")).toBe("de");
		const original = reader.find("article").find("link", "Open original");
		expect(await original.attribute("href")).toBe("https://news.example/Harbour/0");
	});

	await test.step("it runs nothing that a feed sends, and keeps its text", async () => {
		const hostile = `<![CDATA[<p>Before <a href="javascript:alert(1)">link</a></p><script>globalThis.fired=1</script>
			<img src="${feeds.url("/pixel.png")}" onerror="globalThis.fired=2"><style>body{display:none}</style>
			<iframe src="${feeds.url("/frame")}"></iframe><p onclick="globalThis.fired=3">After.</p>]]>`;
		feeds.on("/hostile.xml", { body: rss("Hostile", [{ title: "A trap", description: hostile }]) });
		await follow(extension, feeds.url("/hostile.xml"));
		const reader = await extension.open("/options.html");
		await reader.find("list", "Headlines").find("link", "A trap").click();
		await expect(reader.css(".article-body")).toSay(/Before link.*After\./);
		await expect.poll(() => feeds.to("/pixel.png").length).toBe(1);
		expect(await reader.evaluate(() => "fired" in globalThis)).toBe(false);
		expect(await reader.css(".article-body script, .article-body style, .article-body iframe").count()).toBe(
			0,
		);
		expect(feeds.to("/frame")).toEqual([]);
		expect(feeds.to("/pixel.png")[0]?.headers.referer).toBeUndefined();
	});
});
