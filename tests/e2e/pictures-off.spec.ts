import { follow, rss } from "./acts";
import { cdata, openArticle, svg } from "./an-article";
import { violations } from "./axe";
import { expect, test } from "./fixtures";

test("An article asks for no picture where none are wanted, until one is", async ({ extension, feeds }) => {
	feeds.on("/a.svg", svg(300, 200));
	const description = cdata(
		`<p><a href="/x"><img src="${feeds.url("/a.svg")}" alt="The lamp"></a></p><p>Text.</p>`,
	);
	feeds.on("/feed.xml", { body: rss("Pictures", [{ title: "With a picture", description }]) });
	await follow(extension, feeds.url("/feed.xml"));
	const settings = await extension.open("/options.html#/settings");
	await settings.labelled("Load pictures in articles").click();
	await expect(settings.find("status")).toSay("Saved.");
	const reader = await openArticle(extension, "With a picture");
	await expect(reader.css(".picture-offer")).toSay(/The lamp/);
	expect(await violations(reader)).toEqual([]);
	expect(feeds.to("/a.svg")).toEqual([]);
	await reader.find("button", "Show this picture: The lamp").click();
	await expect.poll(() => feeds.to("/a.svg").length).toBe(1);
	expect(await reader.css(".article-body a img").isFocused()).toBe(true);
});
