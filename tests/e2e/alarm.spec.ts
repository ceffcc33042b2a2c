import { follow, passAMinute, rss } from "./acts";
import { expect, test } from "./fixtures";

test("The background refreshes a feed when its time has come, by what it sent, and says nothing of who reads", async ({
	extension,
	feeds,
}) => {
	const validators = { etag: '"v1"', lastModified: "Thu, 24 Jul 2025 10:00:00 GMT" };
	const headers = { "set-cookie": "who=you" };
	feeds.on("/feed.xml", { body: rss("Later", [{ title: "First" }]), ...validators, headers });
	await follow(extension, feeds.url("/feed.xml"));
	feeds.on("/feed.xml", { body: rss("Later", [{ title: "Second" }, { title: "First" }]) });
	const popup = await extension.open("/popup.html");
	const alarm = await extension.evaluate(() => chrome.alarms.get("refresh"));
	expect(alarm?.scheduledTime).toBeGreaterThan(Date.now());
	await passAMinute(extension);
	await extension.evaluate(async () => {
		const { polls } = await chrome.storage.local.get("polls");
		const past = Date.now() - 61_000;
		for (const poll of Object.values(polls as Record<string, { askedAt: number; nextAt: number }>))
			Object.assign(poll, { askedAt: past, nextAt: past });
		await chrome.storage.local.set({ polls });
		await chrome.alarms.create("refresh", { when: Date.now() });
	});
	await expect(popup.find("link", "Second")).toBeShown();
	const last = feeds.to("/feed.xml").at(-1);
	expect(last?.headers).toMatchObject({
		"if-none-match": '"v1"',
		"if-modified-since": "Thu, 24 Jul 2025 10:00:00 GMT",
	});
	expect(last?.headers).not.toHaveProperty("cookie");
	expect(last?.headers).not.toHaveProperty("referer");
});
