import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FeedServer, startFeedServer } from "../../support/feed-server";

let server: FeedServer;

beforeEach(async () => {
	server = await startFeedServer();
});

afterEach(() => server.close());

describe("the feed server", () => {
	test("answers 304 to the validators it gave, and 200 to others", async () => {
		const date = "Thu, 24 Jul 2025 10:00:00 GMT";
		server.on("/feed", { body: "<rss/>", etag: '"one"', lastModified: date });
		const ask = async (headers: Record<string, string>) =>
			(await fetch(server.url("/feed"), { headers })).status;
		expect(await ask({})).toBe(200);
		expect(await ask({ "if-none-match": 'W/"one"' })).toBe(304);
		expect(await ask({ "if-none-match": '"two"', "if-modified-since": date })).toBe(200);
		expect(await ask({ "if-modified-since": date })).toBe(304);
		expect(server.to("/feed").map((request) => request.status)).toEqual([200, 304, 200, 304]);
	});

	test("drips a body whole", async () => {
		server.on("/slow", { body: "abcdefg", drip: { bytes: 2, pause: 1 } });
		expect(await (await fetch(server.url("/slow"))).text()).toBe("abcdefg");
	});

	test("sends an endless body until the client goes away", async () => {
		server.on("/endless", { body: "x".repeat(1000), endless: true });
		const reader = (await fetch(server.url("/endless"))).body?.getReader();
		let length = 0;
		while (reader !== undefined && length < 100_000) length += (await reader.read()).value?.length ?? 0;
		await reader?.cancel();
		expect(length).toBeGreaterThanOrEqual(100_000);
	});

	test("cuts a connection after a part of the body", async () => {
		server.on("/half", { body: "0123456789", cutAfter: 4 });
		const answer = await fetch(server.url("/half"));
		expect(answer.status).toBe(200);
		await expect(answer.text()).rejects.toThrow();
	});

	test("leads in a circle, cuts a connection, and knows no other paths", async () => {
		server.on("/circle", { redirectTo: "/circle" });
		server.on("/cut", { reset: true });
		await expect(fetch(server.url("/circle"))).rejects.toThrow();
		await expect(fetch(server.url("/cut"))).rejects.toThrow();
		expect((await fetch(server.url("/elsewhere"))).status).toBe(404);
	});
});
