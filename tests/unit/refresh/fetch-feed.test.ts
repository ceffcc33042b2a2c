import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { HOUR_MS } from "../../../data/model/durations";
import { fetchFeed } from "../../../data/refresh/fetch-feed";
import type { Network } from "../../../data/refresh/requests";
import { servedFeeds } from "../support/served-feeds";

const server = servedFeeds();

const NOW = Date.UTC(2025, 6, 24, 12);
const network: Network = { fetch, now: () => NOW, isOnline: () => true };
const ask = (path: string, more: Partial<Network> = {}) =>
	fetchFeed(server.url(path), {}, { ...network, ...more });

const codeOf = async (answer: ReturnType<typeof ask>) => {
	const fetched = await answer;
	return fetched.kind === "trouble" ? fetched.trouble.code : fetched.kind;
};

describe("asking for a feed", () => {
	it("keeps no validator of absurd length", async () => {
		server.on("/long", { body: "<rss/>", etag: `"${"e".repeat(2_000)}"` });
		expect(await fetchFeed(server.url("/long"), {}, network)).not.toHaveProperty("etag");
	});

	it("brings the body, its type and its validators as received", async () => {
		server.on("/feed", { body: "<rss/>", etag: 'W/"x"', lastModified: "Thu, 24 Jul 2025 10:00:00 GMT" });
		const fetched = await ask("/feed");
		expect(fetched).toMatchObject({
			kind: "body",
			url: server.url("/feed"),
			contentType: "application/xml",
			etag: 'W/"x"',
			lastModified: "Thu, 24 Jul 2025 10:00:00 GMT",
		});
		expect(fetched.kind === "body" && new TextDecoder().decode(fetched.bytes)).toBe("<rss/>");
	});

	it("sends validators as received, and understands the 304", async () => {
		const lastModified = "Thu, 24 Jul 2025 10:00:00 GMT";
		server.on("/same", { body: "<rss/>", etag: '"e"', lastModified });
		expect(await fetchFeed(server.url("/same"), { etag: '"e"', lastModified }, network)).toEqual({
			kind: "unchanged",
			url: server.url("/same"),
		});
		expect(server.to("/same").at(-1)?.headers).toMatchObject({
			"if-none-match": '"e"',
			"if-modified-since": lastModified,
		});
	});

	it("sends no condition, cookie or referrer of its own", async () => {
		server.on("/plain", { body: "<rss/>" });
		await ask("/plain");
		const headers = server.to("/plain").at(-1)?.headers ?? {};
		for (const name of ["if-none-match", "if-modified-since", "cookie", "referer"]) {
			expect(headers).not.toHaveProperty(name);
		}
	});

	it("names the address that a redirect led to", async () => {
		server.on("/old", { redirectTo: "/feed" });
		expect(await ask("/old")).toMatchObject({ kind: "body", url: server.url("/feed") });
	});
});

describe("what goes wrong is told apart", () => {
	it.each([
		[404, "not-found"],
		[410, "gone"],
		[401, "forbidden"],
		[403, "forbidden"],
		[429, "too-busy"],
		[503, "too-busy"],
		[500, "server-failed"],
		[502, "server-failed"],
		[418, "odd-answer"],
		[304, "odd-answer"],
		[204, "empty-answer"],
	])("status %i is %s", async (status, code) => {
		server.on("/status", { status });
		const fetched = await ask("/status");
		expect(fetched).toMatchObject({ kind: "trouble", trouble: { code, status } });
	});

	it("a busy server's wish to be left alone is kept, in seconds or as a date", async () => {
		server.on("/busy", { status: 429, headers: { "retry-after": "90" } });
		expect(await ask("/busy")).toMatchObject({ waitUntil: NOW + 90_000 });
		server.on("/busy", { status: 503, headers: { "retry-after": "Thu, 24 Jul 2025 13:00:00 GMT" } });
		expect(await ask("/busy")).toMatchObject({ waitUntil: NOW + HOUR_MS });
	});

	it("an answer without a body is called empty", async () => {
		server.on("/empty", { body: "" });
		expect(await codeOf(ask("/empty"))).toBe("empty-answer");
	});

	it("a server that never answers has timed out", async () => {
		server.on("/silent", { silent: true });
		expect(await codeOf(ask("/silent", { timeoutMs: 50 }))).toBe("timed-out");
	});

	it("a body that comes too slowly has timed out", async () => {
		server.on("/drip", { body: "x".repeat(500), drip: { bytes: 1, pause: 10 } });
		expect(await codeOf(ask("/drip", { timeoutMs: 100 }))).toBe("timed-out");
	});

	it("a body without end is too big", async () => {
		server.on("/endless", { body: "x".repeat(100_000), endless: true });
		expect(await codeOf(ask("/endless", { bodyLimitBytes: 1_000_000 }))).toBe("too-big");
	});

	it("a small body that unfolds into a huge one is too big", async () => {
		server.on("/bomb", {
			body: gzipSync("x".repeat(5_000_000)),
			headers: { "content-encoding": "gzip" },
		});
		expect(await codeOf(ask("/bomb", { bodyLimitBytes: 1_000_000 }))).toBe("too-big");
	});

	it("a body of just the limit is brought, and one of a byte more is too big", async () => {
		server.on("/limit", { body: "x".repeat(1000) });
		expect(await codeOf(ask("/limit", { bodyLimitBytes: 1000 }))).toBe("body");
		expect(await codeOf(ask("/limit", { bodyLimitBytes: 999 }))).toBe("too-big");
	});

	it("redirects in a circle are called astray", async () => {
		server.on("/loop", { redirectTo: "/loop" });
		expect(await ask("/loop")).toMatchObject({
			trouble: { code: "redirects-astray", about: server.url("/loop") },
		});
	});

	it("a server that hangs up is unreachable", async () => {
		server.on("/reset", { reset: true });
		expect(await ask("/reset")).toMatchObject({
			trouble: { code: "unreachable", about: new URL(server.origin).host },
		});
	});

	it("a server that isn't there is unreachable", async () => {
		expect(await codeOf(fetchFeed("http://127.0.0.1:1/feed", {}, network))).toBe("unreachable");
	});

	it("without a network nobody is asked", async () => {
		server.on("/offline", { body: "<rss/>" });
		expect(await codeOf(ask("/offline", { isOnline: () => false }))).toBe("offline");
		expect(server.to("/offline")).toEqual([]);
	});
});
