import { beforeEach, describe, expect, it } from "vitest";
import { isPermanentRedirect } from "../../../data/refresh/redirect-probe";
import type { Answer } from "../../support/feed-server";
import { cachingFetch } from "../support/caching-fetch";
import { servedFeeds } from "../support/served-feeds";

const server = servedFeeds();
beforeEach(() => {
	server.on("/new", { body: "<rss/>" });
	server.on("/old/", { status: 404 });
});

const network = { now: () => 0, isOnline: () => true };

describe.each(["chromium", "firefox"] as const)("in %s a redirect", (browser) => {
	/** What three polls find, one after another. */
	const probe = async (...answers: Answer[]) => {
		const fetching = {
			...network,
			fetch: cachingFetch(browser, fetch),
			followsKeptRedirects: browser === "chromium",
		};
		const found: boolean[] = [];
		for (const [place, answer] of [0, 1, 2].map(
			(place) => [place, answers[place] ?? answers.at(-1)] as const,
		)) {
			if (answer) server.on("/old", answer);
			const { length: seen } = found.filter(Boolean);
			found.push(
				await isPermanentRedirect(server.url("/old"), server.url("/new"), Math.min(seen, place), fetching),
			);
		}
		return found;
	};

	it.each([301, 308])("with status %i is permanent", async (status) => {
		expect(await probe({ status, redirectTo: "/new" })).toEqual([true, true, true]);
	});

	it.each([302, 303, 307])("with status %i isn't", async (status) => {
		expect(await probe({ status, redirectTo: "/new" })).toEqual([false, false, false]);
	});

	it("that became temporary meanwhile isn't permanent at the third look", async () => {
		const permanent = { status: 301, redirectTo: "/new" };
		expect(await probe(permanent, permanent, { redirectTo: "/new" })).toEqual([true, true, false]);
	});

	it("that leads there by way of a temporary one isn't followed so far", async () => {
		server.on("/old/", { redirectTo: "/new" });
		expect((await probe({ status: 301, redirectTo: "/old/" })).at(-1)).toBe(false);
	});

	it("from a host that is gone by then is no evidence", async () => {
		expect(await probe({ reset: true })).toEqual([false, false, false]);
	});

	it("is looked into without loading what it leads to, before the third time", async () => {
		server.seen.length = 0;
		const fetching = {
			...network,
			fetch: cachingFetch(browser, fetch),
			followsKeptRedirects: browser === "chromium",
		};
		server.on("/old", { status: 301, redirectTo: "/new" });
		await isPermanentRedirect(server.url("/old"), server.url("/new"), 0, fetching);
		expect(server.to("/new")).toEqual([]);
		expect(server.to("/old").length).toBeLessThanOrEqual(2);
	});
});
