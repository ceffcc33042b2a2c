import { follow, rss } from "./acts";
import { cdata, openArticle, svg } from "./an-article";
import { expect, test } from "./fixtures";
import { shifts } from "./shifts";

test("An article jumps nowhere as its pictures come, and asks for those that are far away when they come near", async ({
	extension,
	feeds,
}) => {
	const slow = { ...svg(400, 300), delay: 300 };
	for (const path of ["/sized.svg", "/alone.svg", "/far.svg"]) feeds.on(path, slow);
	const picture = (path: string, more = "") => `<p><img src="${feeds.url(path)}" alt="" ${more}></p>`;
	const html = `${picture("/sized.svg", 'width="400" height="300"')}<p>Between.</p>${picture("/alone.svg")}
		${picture("/gone.svg")}${"<p>A long text in many paragraphs.</p>".repeat(600)}${picture("/far.svg")}<p>The end.</p>`;
	feeds.on("/feed.xml", { body: rss("Slow", [{ title: "With slow pictures", description: cdata(html) }]) });
	await follow(extension, feeds.url("/feed.xml"));
	const reader = await openArticle(extension, "With slow pictures");
	await reader.reload();
	const isDrawn = (path: string) =>
		reader
			.css(`.article-body img[src$="${path}"]`)
			.evaluate((image) => (image as HTMLImageElement).naturalWidth === 400);
	for (const path of ["/sized.svg", "/alone.svg"]) await expect.poll(() => isDrawn(path)).toBe(true);
	await expect(reader.css(".article-body .picture-missing")).toNumber(1);
	expect(await shifts(reader)).toEqual([]);
	expect(feeds.to("/far.svg")).toEqual([]);
	await reader.css(".article-body > p:last-child").evaluate((end) => end.scrollIntoView());
	await expect.poll(() => isDrawn("/far.svg")).toBe(true);
	expect(await shifts(reader)).toEqual([]);
});

test("An article's pictures are asked for without the cookies of their site, where a browser can be told so", async ({
	extension,
	feeds,
	target,
}) => {
	feeds.on("/login", { headers: { "set-cookie": "reader=42" } });
	feeds.on("/a.svg", svg(300, 200));
	const description = cdata(`<p><img src="${feeds.url("/a.svg")}" alt=""></p>`);
	feeds.on("/feed.xml", { body: rss("Site", [{ title: "With a picture", description }]) });
	await follow(extension, feeds.url("/feed.xml"));
	const login = (url: string) => fetch(url, { credentials: "include" }).then(({ ok }) => ok);
	for (const _ of ["first", "again"]) await extension.evaluate(login, feeds.url("/login"));
	const cookies = (path: string) => feeds.to(path).map(({ headers }) => headers.cookie);
	expect(cookies("/login")).toEqual([undefined, "reader=42"]);
	await openArticle(extension, "With a picture");
	await expect.poll(() => feeds.to("/a.svg").length).toBe(1);
	expect(cookies("/a.svg")).toEqual([target === "firefox" ? "reader=42" : undefined]);
});

test("An article that is saved has its pictures offline, if they are to be kept", async ({
	extension,
	feeds,
}) => {
	feeds.on("/a.svg", svg(300, 200));
	const description = cdata(`<p><img src="${feeds.url("/a.svg")}" alt="The lamp"></p>`);
	feeds.on("/feed.xml", { body: rss("Kept", [{ title: "To be kept", description }]) });
	await follow(extension, feeds.url("/feed.xml"));
	const settings = await extension.open("/options.html#/settings");
	await settings.labelled("Keep the pictures of saved articles offline").click();
	await expect(settings.find("status")).toSay("Saved.");
	const reader = await openArticle(extension, "To be kept");
	const article = reader.find("article");
	const isDrawn = () =>
		reader.css(".article-body img").evaluate((picture) => (picture as HTMLImageElement).naturalWidth === 300);
	await expect.poll(isDrawn).toBe(true);
	await article.find("button", "Save").click();
	await expect.poll(() => feeds.to("/a.svg").length).toBe(2);
	feeds.on("/a.svg", { reset: true });
	await expect
		.poll(async () => {
			await reader.reload();
			return reader.css(".article-body img").attribute("src");
		})
		.toMatch(/^blob:/);
	await expect.poll(isDrawn).toBe(true);
	await expect(article.find("button", "Save")).toBePressed();
	await article.find("button", "Save").click();
	await expect(article.find("button", "Save")).not.toBePressed();
	await reader.reload();
	await expect(reader.css(".article-body img")).toNumber(1);
	expect(await reader.css(".article-body img").attribute("src")).toBe(feeds.url("/a.svg"));

	await test.step("saved from its row, too", async () => {
		feeds.on("/a.svg", svg(300, 200));
		await reader.find("list", "Headlines").find("button", "Save").nth(0).click();
		await expect(article.find("button", "Save")).toBePressed();
		await expect
			.poll(async () => {
				await reader.reload();
				return reader.css(".article-body img").attribute("src");
			})
			.toMatch(/^blob:/);
	});
});
