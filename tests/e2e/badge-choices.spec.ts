import { badge, follow, importText, rss } from "./acts";
import { expect, test } from "./fixtures";

test("The badge counts what is new or watched where the user wants that, and the tooltip says it", async ({
	extension,
	feeds,
}) => {
	const tooltip = () => extension.evaluate(() => chrome.action.getTitle({}));
	const is = async (count: string, words: string) => {
		await expect.poll(() => badge(extension)).toBe(count);
		await expect.poll(tooltip).toBe(`Headline Ticker: ${words}`);
	};
	const command = (name: string, ask: unknown) =>
		extension.evaluate((command, ask) => chrome.runtime.sendMessage({ command, ask }), name, ask);
	await is("20", "20 unread headlines");
	const settings = await extension.open("/options.html#/settings");

	await test.step("what is new", async () => {
		await settings.labelled("New since I looked").click();
		// It is said in a bar at the foot, which would come over what is clicked next.
		await expect(settings.find("status")).toSay("Saved.");
		await is("20", "20 new headlines since you last looked");
		const popup = await extension.open("/popup.html");
		await expect(popup.find("list", "Headlines")).toBeShown();
		await is("", "nothing new");
		feeds.on("/seen.xml", { body: rss("Bay", [{ title: "Seen as it comes" }]) });
		await follow(extension, feeds.url("/seen.xml"));
		await expect(popup.find("link", "Seen as it comes")).toBeShown();
		await is("", "nothing new");
		await popup.close();
		feeds.on("/feed.xml", { body: rss("Coast", [{ title: "A pier" }, { title: "A harbour" }]) });
		await follow(extension, feeds.url("/feed.xml"));
		await is("2", "2 new headlines since you last looked");
		const reader = await extension.open("/options.html");
		await reader.find("list", "Headlines").find("link", "A pier").click();
		await is("1", "1 new headline since you last looked");
	});

	await test.step("what is watched", async () => {
		await settings.show();
		await settings.labelled("Watched only").click();
		await is("", "nothing watched is unread");
		const watch = { act: "watch", match: { kind: "words", text: "harbour" }, where: "title" };
		await command("addRule", watch);
		await expect.poll(() => badge(extension)).not.toBe("");
		const popup = await extension.open("/popup.html");
		await popup.find("button", "Mark all read").click();
		await is("", "nothing watched is unread");
		await popup.find("button", "Undo").click();
		await expect.poll(() => badge(extension)).not.toBe("");
	});

	await test.step("nothing", async () => {
		await settings.show();
		await settings.labelled("None").click();
		await expect(settings.find("status")).toSay("Saved.");
		await is("", "22 unread headlines");
	});

	await test.step("more than fit", async () => {
		await settings.labelled("How many are unread").click();
		await is("22", "22 unread headlines");
		const many = Array.from({ length: 1_000 }, (_, n) => `Headline ${n}\n-\n`).join("");
		await importText(await extension.open("/options.html#/sources"), "many.txt", many);
		await is("999+", "1,022 unread headlines");
		const popup = await extension.open("/popup.html");
		await expect(popup.find("status")).toSay("1,022 unread");
		const mute = { act: "mute", match: { kind: "words", text: "Headline" }, where: "title" };
		await command("addRule", mute);
		await popup.find("button", "1,000 hidden").click();
		await expect(popup.find("list", "Hidden by your rules")).toSay(/^1,000 hidden by Headline/);
	});
});
