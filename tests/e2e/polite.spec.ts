import { startFeedServer } from "../support/feed-server";
import { follow, passAMinute, rss } from "./acts";
import type { Extension } from "./driver/driver";
import { expect, test } from "./fixtures";

/** Refreshes all, so many times, each a minute after the one before. */
async function refresh(extension: Extension, times: number): Promise<void> {
	for (let time = 0; time < times; time += 1) {
		await passAMinute(extension);
		await extension.evaluate(async () => {
			await chrome.runtime.sendMessage({ command: "refresh", ask: {} });
		});
	}
}

const addressOf = (extension: Extension, title: string) =>
	extension.evaluate(async (title: string) => {
		const { sources } = await chrome.storage.local.get("sources");
		return (sources as { title: string; url?: string }[]).find((source) => source.title === title)?.url;
	}, title);

test.describe("A feed whose address redirects", () => {
	for (const [status, headers] of [
		[301, {}],
		[308, { "cache-control": "max-age=86400" }],
	] as const)
		test(`for good (${status}) goes by the new one from the third poll on`, async ({ extension, feeds }) => {
			const other = await startFeedServer();
			other.on("/new.xml", { body: rss("Mover", [{ title: "Still here" }]), etag: '"new"' });
			feeds.on("/old.xml", { status, redirectTo: other.url("/new.xml"), headers });
			await follow(extension, feeds.url("/old.xml"));
			await refresh(extension, 2);
			expect(await addressOf(extension, "Mover")).toBe(feeds.url("/old.xml"));
			await refresh(extension, 1);
			expect(await addressOf(extension, "Mover")).toBe(other.url("/new.xml"));
			const before = feeds.seen.length;
			await refresh(extension, 1);
			expect(feeds.seen).toHaveLength(before);
			await other.close();
		});

	for (const status of [302, 303, 307])
		test(`for now (${status}) keeps its own`, async ({ extension, feeds }) => {
			feeds.on("/new.xml", { body: rss("Stayer", [{ title: "Still here" }]) });
			feeds.on("/old.xml", { status, redirectTo: "/new.xml" });
			await follow(extension, feeds.url("/old.xml"));
			await refresh(extension, 5);
			expect(await addressOf(extension, "Stayer")).toBe(feeds.url("/old.xml"));
		});

	test("for good by way of one for now keeps its own", async ({ extension, feeds }) => {
		feeds.on("/new.xml", { body: rss("Chain", [{ title: "Still here" }]) });
		feeds.on("/old/", { redirectTo: "/new.xml" });
		feeds.on("/old", { status: 301, redirectTo: "/old/" });
		await follow(extension, feeds.url("/old"));
		await refresh(extension, 5);
		expect(await addressOf(extension, "Chain")).toBe(feeds.url("/old"));
	});
});

test("a request says who asks where the browser lets it, and nothing of who reads", async ({
	extension,
	feeds,
	target,
}) => {
	feeds.on("/feed.xml", { body: rss("Plain", [{ title: "Hello" }]), headers: { "set-cookie": "who=you" } });
	await follow(extension, feeds.url("/feed.xml"));
	await refresh(extension, 1);
	const { headers } = feeds.to("/feed.xml").at(-1) ?? {};
	expect(headers).not.toHaveProperty("cookie");
	expect(headers).not.toHaveProperty("referer");
	expect(headers?.["user-agent"]).toMatch(
		target === "firefox" ? /^HeadlineTicker\/\d+\.\d+\.\d+$/ : /^Mozilla/,
	);
});

test("however many pages ask at once, a feed is asked once", async ({ extension, feeds }) => {
	feeds.on("/feed.xml", { body: rss("Once", [{ title: "Hello" }]) });
	await follow(extension, feeds.url("/feed.xml"));
	await passAMinute(extension);
	// The icon may still be asked for.
	const before = feeds.to("/feed.xml").length;
	const pages = await Promise.all(
		["/popup.html", "/options.html", "/newtab.html"].map((path) => extension.open(path)),
	);
	const ask = async () => {
		for (let time = 0; time < 5; time += 1) await chrome.runtime.sendMessage({ command: "refresh", ask: {} });
	};
	await Promise.all(pages.map((page) => page.evaluate(ask)));
	expect(feeds.to("/feed.xml")).toHaveLength(before + 1);
});
