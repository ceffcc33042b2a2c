import { describe, expect, it, vi } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../../data/model/durations";
import { addSource } from "../../../data/store/acts";
import { merge } from "../../../data/store/merge";
import { readArticle } from "../../../data/store/read-article";
import type { Answer } from "../../support/feed-server";
import { feedSource, NOON, story } from "../support/store";
import { PAGE, pageOf, SUMMARY, servedPages, TEXT } from "./served-pages";

vi.mock("wxt/browser", () => import("../support/browser"));

const pages = servedPages();
const { server, follow, full, fullTextOf } = pages;

describe("a page that somebody wants to read", () => {
	it("is fetched, and its article kept beside what the feed gave", async () => {
		server.on("/a", PAGE);
		const [id = ""] = await follow(["/a"]);
		expect(await full().fetch(id)).toEqual({ ok: true, value: null });
		const kept = await readArticle(id);
		expect(kept?.fullText).toMatchObject({ state: "there", at: NOON, language: "en", url: server.url("/a") });
		expect(kept?.fullText?.html).toContain("before the evening came");
		expect(kept?.fullText?.html).not.toContain("Recent posts");
		expect(kept).toMatchObject({ headline: { kind: "article" }, article: { html: SUMMARY.html } });
	});

	it("is asked for as a page, without cookies or referrer, and once however many ask", async () => {
		server.on("/a", { ...PAGE, delay: 20 });
		const [id = ""] = await follow(["/a"]);
		const fullTexts = full();
		await Promise.all([fullTexts.fetch(id), fullTexts.fetch(id)]);
		expect(server.to("/a")).toHaveLength(1);
		const { headers } = server.to("/a")[0] ?? {};
		expect(headers?.accept).toMatch(/^text\/html/);
		expect(headers).not.toHaveProperty("cookie");
		expect(headers).not.toHaveProperty("referer");
	});

	it("is read where it leads to, and its addresses are resolved there", async () => {
		server.on("/a", { redirectTo: "/moved/a" });
		server.on("/moved/a", pageOf(`${TEXT}<a href="b">b</a>`));
		const [id = ""] = await follow(["/a"]);
		await full().fetch(id);
		expect(await fullTextOf(id)).toMatchObject({ url: server.url("/moved/a") });
		expect((await fullTextOf(id))?.html).toContain(server.url("/moved/b"));
	});

	const html = (body: string): Answer => ({ body, contentType: "text/html" });
	it.each<[string, Answer]>([
		["forbidden", { status: 403 }],
		["not-found", { status: 404 }],
		["too-busy", { status: 429 }],
		["server-failed", { status: 500 }],
		["redirects-astray", { redirectTo: "/a" }],
		["timed-out", { silent: true }],
		["too-big", { ...PAGE, endless: true }],
		["empty-answer", html("")],
		["not-a-page", { body: "%PDF-1.7", contentType: "application/pdf" }],
		["not-a-page", { body: "%PDF-1.7", contentType: null }],
		["paywalled", html("<title>The bridge is open</title><p>It was opened. Subscribe to continue reading.")],
		[
			"consent-wall",
			html("<title>One moment</title><p>Accept all cookies? We and our partners need consent."),
		],
		["no-article", html("<title>The bridge is open</title><div id=root></div>")],
	])("says that it is %s, and keeps that beside the feed's summary", async (code, answer) => {
		server.on("/a", answer);
		const [id = ""] = await follow(["/a"]);
		const fullTexts = full({ timeoutMs: answer.silent ? 200 : 20_000, bodyLimitBytes: 100_000 });
		expect(await fullTexts.fetch(id)).toMatchObject({ ok: false, trouble: { code } });
		expect(await fullTextOf(id)).toMatchObject({ state: "failed", trouble: code });
		expect((await readArticle(id))?.article?.html).toBe(SUMMARY.html);
	});

	it("isn't asked for without permission, without a network, without an address, or where nothing is kept", async () => {
		const [id = ""] = await follow(["/a"]);
		const codeOf = async (fullTexts: ReturnType<typeof full>, of = id) => {
			const read = await fullTexts.fetch(of);
			return read.ok ? "read" : read.trouble.code;
		};
		expect(await codeOf(full({ hasAccess: async () => false }))).toBe("permission-needed");
		expect(await codeOf(full({ isOnline: () => false }))).toBe("offline");
		expect(await codeOf(full(), "none")).toBe("unknown-headline");
		await addSource(pages.world, feedSource("t"), [story("bare")]);
		const bare = (await (await pages.world.archive()).getAllFromIndex("headlines", "newest")).find(
			({ url }) => !url,
		);
		expect(await codeOf(full(), bare?.id)).toBe("no-page");
		expect(server.seen).toEqual([]);
		expect(await fullTextOf(id)).toBeUndefined();
	});

	it("isn't asked for while its host wants to be left alone", async () => {
		server.on("/a", { status: 429, headers: { "retry-after": "600" } });
		const [a = "", b = ""] = await follow(["/a", "/b"]);
		const fullTexts = full();
		await fullTexts.fetch(a);
		expect(await fullTexts.fetch(b)).toMatchObject({ trouble: { code: "too-busy" } });
		expect(server.to("/b")).toEqual([]);
	});
});

describe("a page that is read again", () => {
	/** Reads a page in full, and once more when it says something else; answers the id and what was there at first. */
	async function readTwice(second: Answer, first = PAGE) {
		server.on("/a", first);
		const [id = ""] = await follow(["/a"]);
		await full().fetch(id);
		const before = await fullTextOf(id);
		pages.world.clock.now += MINUTE_MS;
		server.on("/a", second);
		return { id, before, outcome: await full().fetch(id) };
	}

	it("keeps what it said before where it has been edited, though its feed said nothing of that", async () => {
		const { id, before } = await readTwice(pageOf(TEXT.replaceAll("noon", "two")));
		const now = await fullTextOf(id);
		expect(now?.html).toContain("opened at two");
		expect(now?.former).toEqual([{ html: before?.html, seenAt: NOON + MINUTE_MS }]);
		expect((await readArticle(id))?.revisions).toEqual([]);
		pages.world.clock.now += MINUTE_MS;
		await full().fetch(id);
		expect(await fullTextOf(id)).toEqual({ ...now, at: NOON + 2 * MINUTE_MS });
	});

	it("has been edited when its feed said so, where that was since it was read", async () => {
		server.on("/a", PAGE);
		const [id = ""] = await follow(["/a"]);
		await full().fetch(id);
		const edited = story("/a", { ...SUMMARY, url: server.url("/a"), html: "<p>It was opened at two.</p>" });
		await merge(await pages.world.archive(), feedSource("s"), [edited], { now: NOON + 5 });
		pages.world.clock.now += HOUR_MS;
		server.on("/a", pageOf(TEXT.replaceAll("noon", "two")));
		await full().fetch(id);
		expect((await fullTextOf(id))?.former).toMatchObject([{ seenAt: NOON + 5 }]);
	});

	it("adds nothing where it says the same in other markup", async () => {
		const { id, before } = await readTwice(pageOf(TEXT.replaceAll("noon", "<b>noon</b>")));
		const now = await fullTextOf(id);
		expect(now).toEqual({ ...before, at: NOON + MINUTE_MS, html: now?.html });
		expect(now).not.toHaveProperty("former");
	});

	it("takes nothing where it gives the beginning alone from now on", async () => {
		const plain = (html: string) => pageOf(html, "nameless");
		const { id, before, outcome } = await readTwice(plain(TEXT.slice(0, TEXT.length / 4)), plain(TEXT));
		expect(outcome).toMatchObject({ ok: false, trouble: { code: "no-article" } });
		expect(await fullTextOf(id)).toEqual(before);
	});

	it("keeps all of it or nothing where the write is refused", async () => {
		server.on("/a", PAGE);
		const [id = ""] = await follow(["/a"]);
		await full().fetch(id);
		const before = await fullTextOf(id);
		server.on("/a", pageOf(TEXT.replaceAll("noon", "two")));
		const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
			throw new DOMException("There is no room.", "QuotaExceededError");
		});
		await expect(full().fetch(id)).rejects.toThrow();
		put.mockRestore();
		expect(await fullTextOf(id)).toEqual(before);
	});
});
