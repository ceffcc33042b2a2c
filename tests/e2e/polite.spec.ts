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

/** How a feed's old address forwards, for good or for now. */
const FOR_GOOD = [
	[301, {}],
	[308, { "cache-control": "max-age=86400" }],
] as const;
const FOR_NOW = [302, 303, 307];

test("A feed whose address redirects for good goes by the new one from the third poll on, and else keeps its own", async ({
	extension,
	feeds,
}) => {
	const other = await startFeedServer();
	for (const [status, headers] of FOR_GOOD) {
		const body = rss(`Mover ${status}`, [{ title: `Still here, ${status}` }]);
		other.on(`/new-${status}.xml`, { body, etag: '"new"' });
		feeds.on(`/old-${status}.xml`, { status, redirectTo: other.url(`/new-${status}.xml`), headers });
		await follow(extension, feeds.url(`/old-${status}.xml`));
	}
	for (const status of FOR_NOW) {
		feeds.on(`/new-${status}.xml`, {
			body: rss(`Stayer ${status}`, [{ title: `Still here, ${status}` }]),
		});
		feeds.on(`/old-${status}.xml`, { status, redirectTo: `/new-${status}.xml` });
		await follow(extension, feeds.url(`/old-${status}.xml`));
	}
	feeds.on("/new.xml", { body: rss("Chain", [{ title: "Still here" }]) });
	feeds.on("/old/", { redirectTo: "/new.xml" });
	feeds.on("/old", { status: 301, redirectTo: "/old/" });
	await follow(extension, feeds.url("/old"));
	const timesAsked = () => FOR_GOOD.map(([status]) => feeds.to(`/old-${status}.xml`).length);

	await refresh(extension, 2);
	for (const [status] of FOR_GOOD)
		await test.step(`for good (${status}), at the second poll it has its own`, async () => {
			expect(await addressOf(extension, `Mover ${status}`)).toBe(feeds.url(`/old-${status}.xml`));
		});
	await refresh(extension, 1);
	for (const [status] of FOR_GOOD)
		await test.step(`for good (${status}), at the third it has the new one`, async () => {
			expect(await addressOf(extension, `Mover ${status}`)).toBe(other.url(`/new-${status}.xml`));
		});
	const before = timesAsked();
	await refresh(extension, 2);
	await test.step("the old one isn't asked any more", async () => {
		expect(timesAsked()).toEqual(before);
	});
	for (const status of FOR_NOW)
		await test.step(`for now (${status}) it keeps its own`, async () => {
			expect(await addressOf(extension, `Stayer ${status}`)).toBe(feeds.url(`/old-${status}.xml`));
		});
	await test.step("for good by way of one for now it keeps its own", async () => {
		expect(await addressOf(extension, "Chain")).toBe(feeds.url("/old"));
	});
	await other.close();
});

test("A feed is asked politely", async ({ extension, feeds, target }) => {
	feeds.on("/feed.xml", { body: rss("Plain", [{ title: "Hello" }]), headers: { "set-cookie": "who=you" } });
	await follow(extension, feeds.url("/feed.xml"));

	await test.step("a request says who asks where the browser lets it, and nothing of who reads", async () => {
		await refresh(extension, 1);
		const { headers } = feeds.to("/feed.xml").at(-1) ?? {};
		expect(headers).not.toHaveProperty("cookie");
		expect(headers).not.toHaveProperty("referer");
		expect(headers?.["user-agent"]).toMatch(
			target === "firefox" ? /^HeadlineTicker\/\d+\.\d+\.\d+$/ : /^Mozilla/,
		);
	});

	await test.step("however many pages ask at once, it is asked once", async () => {
		await passAMinute(extension);
		const before = feeds.to("/feed.xml").length;
		const pages = await Promise.all(
			["/popup.html", "/options.html", "/newtab.html"].map((path) => extension.open(path)),
		);
		const ask = async () => {
			for (let time = 0; time < 5; time += 1)
				await chrome.runtime.sendMessage({ command: "refresh", ask: {} });
		};
		await Promise.all(pages.map((page) => page.evaluate(ask)));
		expect(feeds.to("/feed.xml")).toHaveLength(before + 1);
	});
});
