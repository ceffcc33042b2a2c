import { beforeEach, describe, expect, it, vi } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../../data/model/durations";
import type { Incoming } from "../../../data/model/headline";
import type { Source } from "../../../data/model/source";
import { createFullTexts } from "../../../data/refresh/full-texts";
import { createHosts } from "../../../data/refresh/hosts";
import { addSource, mark, pauseSource } from "../../../data/store/acts";
import { writeItems } from "../../../data/store/items";
import { merge } from "../../../data/store/merge";
import { readArticle } from "../../../data/store/read-article";
import type { Answer } from "../../support/feed-server";
import { PAGE_TEMPLATES } from "../../support/page-templates";
import { browser } from "../support/browser";
import { servedFeeds } from "../support/served-feeds";
import { feedSource, NOON, story } from "../support/store";
import { emptyWorld, laterWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const FAR = NOON + 20 * HOUR_MS;
const TEXT = "<p>The bridge was opened at noon, and many walked over it before the evening came.</p>".repeat(
	20,
);
const PAGE: Answer = {
	body: PAGE_TEMPLATES.blog?.({ title: "The bridge is open", html: TEXT }) ?? "",
	contentType: "text/html; charset=utf-8",
};

const server = servedFeeds();
let world: ReturnType<typeof emptyWorld>;

beforeEach(() => {
	world = emptyWorld();
	want.mockClear();
});

const SUMMARY: Partial<Incoming> = { title: "The bridge is open", html: "<p>It was opened at noon.</p>" };
/** Follows a source whose headlines lead to pages of the server; answers the headlines' ids, newest first. */
async function follow(
	paths: string[],
	{ source = {}, ...more }: Partial<Incoming> & { source?: Partial<Source> } = {},
): Promise<string[]> {
	const stories = paths.map((path, place) =>
		story(path, { ...SUMMARY, url: server.url(path), publishedAt: NOON - place * MINUTE_MS, ...more }),
	);
	await addSource(world, feedSource("s", source), stories);
	// The feed itself isn't due for long.
	await writeItems({ polls: { s: { nextAt: FAR, failures: 0, outcome: "fresh" } } });
	const archive = await world.archive();
	const kept = await archive.getAllFromIndex("headlines", "newest");
	return kept.map(({ id }) => id);
}
const full = (more = {}) => createFullTexts({ ...world, ...more }, createHosts(), { want });
const want = vi.fn(async (_ids: readonly string[]) => {});
const fullTextOf = async (id = "") => (await readArticle(id))?.fullText;
const alarmAt = async () => (await browser.alarms.get("refresh"))?.scheduledTime;
const FULL = { source: { fullText: true as const } };

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
		const page = PAGE_TEMPLATES.blog?.({ title: "The bridge is open", html: `${TEXT}<a href="b">b</a>` });
		server.on("/a", { redirectTo: "/moved/a" });
		server.on("/moved/a", { ...PAGE, body: page ?? "" });
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
		await addSource(world, feedSource("t"), [story("bare")]);
		const bare = (await (await world.archive()).getAllFromIndex("headlines", "newest")).find(
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
		world.clock.now += MINUTE_MS;
		server.on("/a", second);
		return { id, before, outcome: await full().fetch(id) };
	}
	const pageOf = (html: string): Answer => ({
		...PAGE,
		body: PAGE_TEMPLATES.blog?.({ title: "The bridge is open", html }) ?? "",
	});

	it("keeps what it said before where it has been edited, though its feed said nothing of that", async () => {
		const { id, before } = await readTwice(pageOf(TEXT.replaceAll("noon", "two")));
		const now = await fullTextOf(id);
		expect(now?.html).toContain("opened at two");
		expect(now?.former).toEqual([{ html: before?.html, seenAt: NOON + MINUTE_MS }]);
		expect((await readArticle(id))?.revisions).toEqual([]);
		world.clock.now += MINUTE_MS;
		await full().fetch(id);
		expect(await fullTextOf(id)).toEqual({ ...now, at: NOON + 2 * MINUTE_MS });
	});

	it("has been edited when its feed said so, where that was since it was read", async () => {
		server.on("/a", PAGE);
		const [id = ""] = await follow(["/a"]);
		await full().fetch(id);
		const edited = story("/a", { ...SUMMARY, url: server.url("/a"), html: "<p>It was opened at two.</p>" });
		await merge(await world.archive(), feedSource("s"), [edited], { now: NOON + 5 });
		world.clock.now += HOUR_MS;
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
		const plain = (html: string): Answer => ({
			...PAGE,
			body: PAGE_TEMPLATES.nameless?.({ title: "The bridge is open", html }) ?? "",
		});
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

describe("a source whose texts are always wanted in full", () => {
	it("has the pages of its newest headlines fetched ahead, and no more of them twice", async () => {
		for (const path of ["/a", "/b"]) server.on(path, PAGE);
		const ids = await follow(["/a", "/b"], FULL);
		const fullTexts = full();
		await fullTexts.ahead();
		for (const id of ids) expect(await fullTextOf(id)).toMatchObject({ state: "there" });
		// Those that are saved may have more pictures to be kept now.
		expect(want.mock.calls.flat(2).toSorted()).toEqual(ids.toSorted());
		await fullTexts.ahead();
		expect(server.seen).toHaveLength(2);
	});

	it("has those fetched that have a film beside them, or much text already", async () => {
		const paths = ["/film", "/long"];
		for (const path of paths) server.on(path, PAGE);
		const html = `<p>${"A long text. ".repeat(130)}`;
		const [film, long] = await follow(paths, { ...FULL, kind: "video", html });
		await full().ahead();
		expect(await fullTextOf(film)).toMatchObject({ state: "there" });
		expect(await fullTextOf(long)).toMatchObject({ state: "there" });
	});

	it("has the page of one that was edited fetched anew, and what was there meanwhile", async () => {
		server.on("/a", PAGE);
		const [id = ""] = await follow(["/a"], FULL);
		await full().ahead();
		const before = await fullTextOf(id);
		world.clock.now += MINUTE_MS;
		const edited = story("/a", { ...SUMMARY, url: server.url("/a"), html: "<p>It was opened at one.</p>" });
		await merge(await world.archive(), feedSource("s", FULL.source), [edited], { now: world.clock.now });
		expect(await fullTextOf(id)).toEqual({ ...before, state: "wanted", at: NOON + MINUTE_MS, readAt: NOON });
		server.on("/a", { status: 404 });
		await full().ahead();
		expect(await fullTextOf(id)).toEqual({ ...before, trouble: "not-found" });

		const again = { ...edited, html: "<p>It was opened at two.</p>" };
		world.clock.now += MINUTE_MS;
		await merge(await world.archive(), feedSource("s", FULL.source), [again], { now: world.clock.now });
		server.on("/a", { ...PAGE, body: String(PAGE.body).replaceAll("noon", "two") });
		await full().ahead();
		const { html, ...rest } = (await fullTextOf(id)) ?? {};
		expect(rest).toMatchObject({
			state: "there",
			at: NOON + 2 * MINUTE_MS,
			former: [{ html: before?.html, seenAt: NOON + 2 * MINUTE_MS }],
		});
		expect(rest).not.toHaveProperty("readAt");
		expect(html).toContain("opened at two");
	});

	it("leaves the text of an edited one that was read, and of a source that isn't set so", async () => {
		server.on("/a", PAGE);
		const [id = ""] = await follow(["/a"], FULL);
		await full().ahead();
		const before = await fullTextOf(id);
		await mark(world, [id], "read");
		const edit = (html: string) => story("/a", { ...SUMMARY, url: server.url("/a"), html });
		await merge(await world.archive(), feedSource("s", FULL.source), [edit("<p>At one.</p>")], {
			now: NOON + 1,
		});
		world.clock.now += MINUTE_MS;
		await full().ahead();
		expect(await fullTextOf(id)).toEqual(before);
		await merge(await world.archive(), feedSource("s"), [edit("<p>At two.</p>")], { now: NOON + 2 });
		expect(await fullTextOf(id)).toEqual(before);
		expect(server.seen).toHaveLength(1);
	});

	it("has none fetched of what is read, is a player's page, or leads nowhere", async () => {
		const [id = ""] = await follow(["/read"], FULL);
		await mark(world, [id], "read");
		await addSource(world, feedSource("s", FULL.source), [
			story("short", { url: server.url("/short"), title: "A lamp #shorts", kind: "video" }),
			story("video", { url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ", kind: "video" }),
			story("nowhere"),
		]);
		await full().ahead();
		expect(server.seen).toEqual([]);
		expect(await alarmAt()).toBeUndefined();
	});

	it("has a few fetched at a time, and the alarm rings for the others", async () => {
		const paths = Array.from({ length: 10 }, (_, n) => `/${n}`);
		for (const path of paths) server.on(path, PAGE);
		await follow(paths, FULL);
		await full().ahead();
		expect(server.seen).toHaveLength(4);
		expect(await alarmAt()).toBe(world.clock.now + MINUTE_MS / 2);
		for (let time = 0; time < 2; time += 1)
			await createFullTexts(laterWorld(world.clock), createHosts(), { want }).ahead();
		expect(server.seen).toHaveLength(10);
	});

	it("goes on where a stopped background left off", async () => {
		server.on("/a", { silent: true });
		const [id] = await follow(["/a"], FULL);
		void full({ timeoutMs: 60_000 }).ahead();
		await vi.waitFor(() => expect(server.to("/a")).toHaveLength(1));
		expect(await fullTextOf(id)).toMatchObject({ state: "wanted" });
		server.on("/a", PAGE);
		await createFullTexts(laterWorld(world.clock), createHosts(), { want }).ahead();
		expect(await fullTextOf(id)).toMatchObject({ state: "there" });
	});

	it("asks nobody while offline", async () => {
		const [id] = await follow(["/a"], FULL);
		await full({ isOnline: () => false }).ahead();
		expect(server.seen).toEqual([]);
		expect(await fullTextOf(id)).toMatchObject({ state: "wanted" });
	});

	it("leaves a host alone that asks for it, and tries again then", async () => {
		server.on("/a", { status: 503, headers: { "retry-after": "3600" } });
		const [a, b] = await follow(["/a", "/b"], FULL);
		await full().ahead();
		expect(server.seen).toHaveLength(1);
		for (const id of [a, b])
			expect(await fullTextOf(id)).toMatchObject({ state: "wanted", at: NOON + HOUR_MS });
		expect(await alarmAt()).toBe(NOON + HOUR_MS);
		world.clock.now += HOUR_MS;
		for (const path of ["/a", "/b"]) server.on(path, PAGE);
		await full().ahead();
		for (const id of [a, b]) expect(await fullTextOf(id)).toMatchObject({ state: "there" });
	});

	it("waits for permission, and goes on when it is there", async () => {
		server.on("/a", PAGE);
		const [id] = await follow(["/a"], FULL);
		await full({ hasAccess: async () => false }).ahead();
		expect(await fullTextOf(id)).toMatchObject({ state: "wanted", trouble: "permission-needed" });
		const fullTexts = full();
		await fullTexts.ahead();
		expect(server.seen).toEqual([]);
		await fullTexts.retryPermitted();
		await fullTexts.ahead();
		expect(await fullTextOf(id)).toMatchObject({ state: "there" });
	});

	it("forgets what waits when it is paused, and wants it again when it goes on", async () => {
		const [id] = await follow(["/a"], FULL);
		await full({ isOnline: () => false }).ahead();
		await pauseSource(world, "s", true);
		await full().ahead();
		expect(await fullTextOf(id)).toBeUndefined();
		expect(server.seen).toEqual([]);
		server.on("/a", PAGE);
		await pauseSource(world, "s", false);
		await full().ahead();
		expect(await fullTextOf(id)).toMatchObject({ state: "there" });
	});

	it("tries a page again that couldn't be looked through, and holds no other up for it", async () => {
		for (const path of ["/a", "/b"]) server.on(path, PAGE);
		const [a, b] = await follow(["/a", "/b"], FULL);
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		const extract = vi.fn(world.extract).mockRejectedValueOnce(new Error("It was closed."));
		await full({ extract }).ahead();
		expect(await fullTextOf(a)).toMatchObject({ state: "wanted", tries: 1, at: NOON + 10 * MINUTE_MS });
		expect(await fullTextOf(b)).toMatchObject({ state: "there" });
		expect(complain).toHaveBeenCalledTimes(1);
		complain.mockRestore();
	});
});
