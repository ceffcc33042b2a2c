import { describe, expect, it, vi } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../../data/model/durations";
import { createFullTexts } from "../../../data/refresh/full-texts";
import { createHosts } from "../../../data/refresh/hosts";
import { addSource, mark, pauseSource } from "../../../data/store/acts";
import { merge } from "../../../data/store/merge";
import { dropWant } from "../../../data/store/wanted-texts";
import { browser } from "../support/browser";
import { feedSource, NOON, story } from "../support/store";
import { laterWorld } from "../support/world";
import { PAGE, SUMMARY, servedPages } from "./served-pages";

vi.mock("wxt/browser", () => import("../support/browser"));

const pages = servedPages();
const { server, follow, full, fullTextOf, want } = pages;

const alarmAt = async () => (await browser.alarms.get("refresh"))?.scheduledTime;
const FULL = { source: { fullText: true as const } };

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
		pages.world.clock.now += MINUTE_MS;
		const edited = story("/a", { ...SUMMARY, url: server.url("/a"), html: "<p>It was opened at one.</p>" });
		await merge(await pages.world.archive(), feedSource("s", FULL.source), [edited], {
			now: pages.world.clock.now,
		});
		expect(await fullTextOf(id)).toEqual({ ...before, state: "wanted", at: NOON + MINUTE_MS, readAt: NOON });
		server.on("/a", { status: 404 });
		await full().ahead();
		expect(await fullTextOf(id)).toEqual({ ...before, trouble: "not-found" });

		const again = { ...edited, html: "<p>It was opened at two.</p>" };
		pages.world.clock.now += MINUTE_MS;
		await merge(await pages.world.archive(), feedSource("s", FULL.source), [again], {
			now: pages.world.clock.now,
		});
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
		await mark(pages.world, [id], "read");
		const edit = (html: string) => story("/a", { ...SUMMARY, url: server.url("/a"), html });
		await merge(await pages.world.archive(), feedSource("s", FULL.source), [edit("<p>At one.</p>")], {
			now: NOON + 1,
		});
		pages.world.clock.now += MINUTE_MS;
		await full().ahead();
		expect(await fullTextOf(id)).toEqual(before);
		await merge(await pages.world.archive(), feedSource("s"), [edit("<p>At two.</p>")], { now: NOON + 2 });
		expect(await fullTextOf(id)).toEqual(before);
		expect(server.seen).toHaveLength(1);
	});

	it("has none fetched of what is read, is a player's page, or leads nowhere", async () => {
		const [id = ""] = await follow(["/read"], FULL);
		await mark(pages.world, [id], "read");
		await addSource(pages.world, feedSource("s", FULL.source), [
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
		expect(await alarmAt()).toBe(pages.world.clock.now + MINUTE_MS / 2);
		for (let time = 0; time < 2; time += 1)
			await createFullTexts(laterWorld(pages.world.clock), createHosts(), { want }).ahead();
		expect(server.seen).toHaveLength(10);
	});

	it("goes on where a stopped background left off", async () => {
		server.on("/a", { silent: true });
		const [id] = await follow(["/a"], FULL);
		void full({ timeoutMs: 60_000 }).ahead();
		await vi.waitFor(() => expect(server.to("/a")).toHaveLength(1));
		expect(await fullTextOf(id)).toMatchObject({ state: "wanted" });
		server.on("/a", PAGE);
		await createFullTexts(laterWorld(pages.world.clock), createHosts(), { want }).ahead();
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
		pages.world.clock.now += HOUR_MS;
		for (const path of ["/a", "/b"]) server.on(path, PAGE);
		await full().ahead();
		for (const id of [a, b]) expect(await fullTextOf(id)).toMatchObject({ state: "there" });
	});

	it("keeps the text that somebody has fetched meanwhile, when the host then asks to be left alone", async () => {
		server.on("/a", { status: 503, headers: { "retry-after": "3600" } });
		server.on("/b", PAGE);
		const [a, b = ""] = await follow(["/a", "/b"], FULL);
		let answer = () => {};
		const answered = new Promise<void>((resolve) => {
			answer = resolve;
		});
		const { fetch } = pages.world;
		const fullTexts = full({
			fetch: async (...ask: Parameters<typeof fetch>) => {
				const response = await fetch(...ask);
				if (response.status === 503) await answered;
				return response;
			},
		});
		const ahead = fullTexts.ahead();
		await vi.waitFor(() => expect(server.to("/a")).toHaveLength(1));
		await fullTexts.fetch(b);
		const there = await fullTextOf(b);
		answer();
		await ahead;
		expect(there).toMatchObject({ state: "there" });
		expect(await fullTextOf(b)).toEqual(there);
		expect(await fullTextOf(a)).toMatchObject({ state: "wanted", at: NOON + HOUR_MS });
	});

	it("doesn't forget the text of one that was read while others were looked at", async () => {
		server.on("/a", PAGE);
		const [id = ""] = await follow(["/a"], FULL);
		await full({ isOnline: () => false }).ahead();
		await mark(pages.world, [id], "read");
		const archive = await pages.world.archive();
		await full().fetch(id);
		await dropWant(archive, id);
		expect(await fullTextOf(id)).toMatchObject({ state: "there" });
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
		await pauseSource(pages.world, "s", true);
		await full().ahead();
		expect(await fullTextOf(id)).toBeUndefined();
		expect(server.seen).toEqual([]);
		server.on("/a", PAGE);
		await pauseSource(pages.world, "s", false);
		await full().ahead();
		expect(await fullTextOf(id)).toMatchObject({ state: "there" });
	});

	it("tries a page again that couldn't be looked through, and holds no other up for it", async () => {
		for (const path of ["/a", "/b"]) server.on(path, PAGE);
		const [a, b] = await follow(["/a", "/b"], FULL);
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		const extract = vi.fn(pages.world.extract).mockRejectedValueOnce(new Error("It was closed."));
		await full({ extract }).ahead();
		expect(await fullTextOf(a)).toMatchObject({ state: "wanted", tries: 1, at: NOON + 10 * MINUTE_MS });
		expect(await fullTextOf(b)).toMatchObject({ state: "there" });
		expect(complain).toHaveBeenCalledTimes(1);
		complain.mockRestore();
	});
});
