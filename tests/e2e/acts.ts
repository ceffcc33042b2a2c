import { writeFile } from "node:fs/promises";
import { test } from "@playwright/test";
import type { FeedServer } from "../support/feed-server";
import type { Extension, Found, Screen } from "./driver/driver";
import { expect } from "./fixtures";

/** One item of {@link rss}. */
interface Item {
	title: string;
	description?: string;
	author?: string;
	/** Seconds before now that it was published. */
	age?: number;
	/** The last part of its page's address; its place where it isn't given. */
	page?: string;
}

/**
 * A small RSS feed, its items newest first; each links a page of its own, or two feeds would tell one story. An item
 * that takes the page of one that is gone, in the same second, is taken for an edit of that: then it needs another page.
 */
export function rss(title: string, items: Item[], now = Date.now()): string {
	const item = (entry: Item, index: number) =>
		`<item><title>${entry.title}</title><guid isPermaLink="false">${entry.title}</guid>` +
		`<link>https://news.example/${encodeURIComponent(title)}/${encodeURIComponent(entry.page ?? index)}</link>` +
		`<pubDate>${new Date(now - (entry.age ?? index * 60) * 1000).toUTCString()}</pubDate>` +
		`<author>${entry.author ?? ""}</author><description>${entry.description ?? ""}</description></item>`;
	return `<rss version="2.0"><channel><title>${title}</title>${items.map(item).join("")}</channel></rss>`;
}

/** Adds a source on Sources, as a user does, and waits until it is there; leaves the page open. */
export async function addSource(extension: Extension, address: string, title: string): Promise<Screen> {
	const options = await extension.open("/options.html#/sources");
	await options.find("textbox", "Feed or site address").fill(address);
	await options.find("button", "Add source").click();
	// The row is there a moment before the headlines are; only the answer says that all is stored and published.
	await expect(options.find("status")).toSay(/^Added /);
	await expect(options.find("list", "Sources").find("listitem").holding(title)).toBeShown();
	return options;
}

/** Adds a source as Sources does, without opening it; all is stored and published then. */
export async function follow(extension: Extension, address: string): Promise<void> {
	const answer = await extension.evaluate(
		(address) => chrome.runtime.sendMessage({ command: "addSource", ask: { address } }),
		address,
	);
	expect(answer).toMatchObject({ ok: true });
}

/** Follows a feed of two headlines, and saves the first in the popup, which it leaves open. */
export async function saveTea(
	extension: Extension,
	feeds: FeedServer,
): Promise<{ popup: Screen; rows: Found }> {
	feeds.on("/tea.xml", { body: rss("Tea Times", [{ title: "Tea is ready" }, { title: "Tea is cold" }]) });
	await follow(extension, feeds.url("/tea.xml"));
	const popup = await extension.open("/popup.html");
	const rows = popup.find("list", "Headlines").find("listitem");
	await rows.holding("Tea is ready").find("button", "Save").click();
	await expect(rows.holding("Tea is ready").find("button", "Save")).toBePressed();
	return { popup, rows };
}

/** Imports a file of this name and text on an open Sources page. */
export async function importText(options: Screen, name: string, text: string | Uint8Array): Promise<void> {
	const path = test.info().outputPath(name);
	await writeFile(path, text);
	await options.labelled("Import file").setFiles(path);
}

/** Makes the extension believe that a minute has passed since it asked its feeds, so that they can be asked again. */
export async function passAMinute(extension: Extension): Promise<void> {
	const asked = () =>
		extension.evaluate(async () => {
			const { sources, polls } = await chrome.storage.local.get(["sources", "polls"]);
			const feeds = (sources as { id: string; kind: string }[]).filter((source) => source.kind === "feed");
			const known = (polls ?? {}) as Record<string, { outcome?: string }>;
			return feeds.every(({ id }) => known[id]?.outcome !== undefined);
		});
	await expect.poll(asked).toBe(true);
	await extension.evaluate(async () => {
		const { polls } = await chrome.storage.local.get("polls");
		for (const poll of Object.values(polls as Record<string, { askedAt: number }>)) poll.askedAt -= 61_000;
		await chrome.storage.local.set({ polls });
	});
}

/** What the badge says. */
export const badge = (extension: Extension): Promise<string> =>
	extension.evaluate(() => chrome.action.getBadgeText({}));
