import { beforeEach, describe, expect, it, vi } from "vitest";
import { createBackground } from "../../../data/background";
import { HOUR_MS, MINUTE_MS } from "../../../data/model/durations";
import { readItems } from "../../../data/store/items";
import { readNewsroom } from "../../../data/store/news";
import { browser, granted } from "../support/browser";
import { servedFeeds } from "../support/served-feeds";
import { emptyWorld, laterWorld, rss } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const server = servedFeeds();
let world: ReturnType<typeof emptyWorld>;
let background: ReturnType<typeof createBackground>;
/** What the extension asks the browser to show. */
const create = vi.fn<(id: string, options: { title: string; message: string }) => Promise<string>>();
const reallyCreate = browser.notifications.create;

beforeEach(async () => {
	world = emptyWorld();
	background = createBackground(world);
	granted.add("notifications");
	create.mockReset().mockImplementation((id, options) => reallyCreate(id, { ...options, ...BASIC }));
	Object.assign(browser.notifications, { create });
	await background.handlers.addRule(rule);
	await background.handlers.changeSettings({ notify: true });
	await follow(["Old harbour"]);
});

const BASIC = { type: "basic", iconUrl: "" } as const;
const rule = { act: "watch", match: { kind: "words", text: "harbour" }, where: "title" } as const;

async function follow(titles: string[]) {
	server.on("/feed", { body: rss(titles) });
	return background.handlers.addSource({ address: server.url("/feed") });
}

/** A refresh some minutes later that finds these titles. */
async function refresh(titles: string[], minutes = 2) {
	world.clock.now += minutes * MINUTE_MS;
	server.on("/feed", { body: rss(titles) });
	await background.handlers.refresh({});
}

/** Another background, in place of one that was stopped. */
function restart() {
	background = createBackground(laterWorld(world.clock));
	return background;
}

const given = () => create.mock.calls.map(([, options]) => options);
const waiting = async () => (await readNewsroom(await world.archive())).waiting.length;
const alarmAt = async () => (await browser.alarms.get("refresh"))?.scheduledTime;
/** Quiet from now on for so many hours. */
function quietFor(hours: number) {
	const date = new Date(world.clock.now);
	const from = date.getHours() * 60 + date.getMinutes();
	return background.handlers.changeSettings({ quietHours: { from, to: (from + hours * 60) % (24 * 60) } });
}

describe("a watched headline that a refresh brings", () => {
	it("notifies once, ever", async () => {
		await refresh(["Old harbour", "New harbour", "A new pier"]);
		expect(given()).toEqual([expect.objectContaining({ title: "New harbour", message: "A feed" })]);
		await refresh(["Old harbour", "New harbour", "A new pier"]);
		await restart().wake();
		expect(given()).toHaveLength(1);
	});

	it("goes into one notification with all that came with it", async () => {
		server.on("/other", { body: rss([], "Other") });
		await background.handlers.addSource({ address: server.url("/other") });
		server.on("/other", { body: rss(["Harbour three"], "Other") });
		await refresh(["Harbour one", "Harbour two"]);
		expect(given()).toEqual([expect.objectContaining({ title: "3 watched headlines" })]);
	});

	it("says nothing where it was muted too", async () => {
		await background.handlers.addRule({ ...rule, act: "mute", match: { kind: "words", text: "fog" } });
		await refresh(["Fog over the harbour"]);
		expect(given()).toEqual([]);
		expect(await waiting()).toBe(0);
	});
});

describe("nothing notifies", () => {
	it("that comes by adding a source, by an import, or that a new rule finds", async () => {
		expect(given()).toEqual([]);
		await background.handlers.importFile({ name: "a.txt", text: "-\nA harbour in a file\n-\nAnother\n" });
		await refresh(["A pier"]);
		await background.handlers.addRule({ ...rule, match: { kind: "words", text: "pier" } });
		const text = `<opml version="2.0"><body><outline text="B" xmlUrl="${server.url("/b")}"/></body></opml>`;
		server.on("/b", { body: rss(["Harbour of an imported feed"]) });
		await background.handlers.importFile({ name: "b.opml", text });
		await refresh(["A pier"]);
		await vi.waitFor(async () => expect((await readItems(["headlines"])).headlines).toHaveLength(25));
		expect(given()).toEqual([]);
	});

	it("while the user hasn't turned it on, and not of that time when they do", async () => {
		await background.handlers.changeSettings({ notify: false });
		await refresh(["New harbour"]);
		await background.handlers.changeSettings({ notify: true });
		await refresh(["New harbour", "A newer harbour"]);
		expect(given()).toEqual([expect.objectContaining({ title: "A newer harbour" })]);
	});
});

describe("quiet hours and the most in an hour", () => {
	it("hold back what comes in quiet hours, and the alarm tells it together at their end", async () => {
		await quietFor(3);
		const end = world.clock.now + 3 * HOUR_MS;
		await refresh(["Harbour one"]);
		await refresh(["Harbour one", "Harbour two"]);
		await background.handlers.changeSettings({ refreshMinutes: 0 });
		expect(given()).toEqual([]);
		expect(await alarmAt()).toBe(end);
		world.clock.now = end;
		await restart().wake();
		expect(given()).toEqual([expect.objectContaining({ title: "2 watched headlines" })]);
		expect(await alarmAt()).toBeUndefined();
	});

	it("hold back more than the user allows in an hour", async () => {
		await background.handlers.changeSettings({ notifyPerHour: 1, refreshMinutes: 0 });
		await refresh(["Harbour one"]);
		const first = world.clock.now;
		await refresh(["Harbour one", "Harbour two"]);
		await refresh(["Harbour one", "Harbour two", "Harbour three"]);
		expect(given()).toHaveLength(1);
		expect(await alarmAt()).toBe(first + HOUR_MS);
		world.clock.now = first + HOUR_MS;
		await restart().wake();
		expect(given().slice(1)).toEqual([expect.objectContaining({ title: "2 watched headlines" })]);
	});

	it("let go what has been read meanwhile", async () => {
		await quietFor(3);
		await refresh(["Harbour one", "Harbour two"]);
		const { headlines } = await readItems(["headlines"]);
		const one = headlines.find(({ title }) => title === "Harbour one");
		await background.handlers.mark({ ids: [one?.id ?? ""], act: "read" });
		world.clock.now += 3 * HOUR_MS;
		await background.wake();
		expect(given()).toEqual([expect.objectContaining({ title: "Harbour two" })]);
	});

	it("are told after them, however long they were", async () => {
		await quietFor(13);
		await refresh(["Harbour one"]);
		world.clock.now += 13 * HOUR_MS;
		await background.wake();
		expect(given()).toEqual([expect.objectContaining({ title: "Harbour one" })]);
	});

	it("let go what has waited for twelve hours since they ended", async () => {
		await quietFor(3);
		await refresh(["Harbour one"]);
		world.clock.now += 15 * HOUR_MS;
		await background.wake();
		expect(given()).toEqual([]);
		expect(await waiting()).toBe(0);
	});
});

describe("a background that is stopped", () => {
	/** Stops the background just before or just after the browser shows the notification. */
	async function stopAt(moment: "before" | "after") {
		create.mockImplementationOnce(async (id, options) => {
			if (moment === "after") await reallyCreate(id, { ...options, ...BASIC });
			return new Promise<never>(() => {});
		});
		world.clock.now += 2 * MINUTE_MS;
		server.on("/feed", { body: rss(["New harbour"]) });
		void background.handlers.refresh({});
		await vi.waitFor(() => expect(create).toHaveBeenCalled());
	}

	it("before the browser has shown a notification gives it at its next wake-up", async () => {
		await stopAt("before");
		await restart().start();
		expect(await alarmAt()).toBeLessThanOrEqual(world.clock.now + MINUTE_MS);
		await background.wake();
		expect(create).toHaveBeenCalledTimes(2);
		await background.wake();
		expect(create).toHaveBeenCalledTimes(2);
	});

	it("isn't woken for a notification that the user doesn't want any more", async () => {
		await stopAt("before");
		await restart().handlers.changeSettings({ notify: false });
		world.clock.now += HOUR_MS;
		await background.wake();
		expect(await alarmAt()).toBe((await readItems(["nextLookAt"])).nextLookAt);
		expect(create).toHaveBeenCalledTimes(1);
	});

	it("after that doesn't give it twice", async () => {
		await stopAt("after");
		await restart().wake();
		await background.wake();
		expect(create).toHaveBeenCalledTimes(1);
	});

	it("between the headline and the notification tells of it when it is back", async () => {
		const permitted = vi.spyOn(browser.permissions, "contains");
		permitted.mockImplementationOnce(() => new Promise<never>(() => {}));
		world.clock.now += 2 * MINUTE_MS;
		server.on("/feed", { body: rss(["New harbour"]) });
		void background.handlers.refresh({});
		await vi.waitFor(() => expect(permitted).toHaveBeenCalled());
		expect(await waiting()).toBe(1);
		permitted.mockRestore();
		await restart().wake();
		expect(given()).toEqual([expect.objectContaining({ title: "New harbour" })]);
	});
});

describe("without the browser's permission", () => {
	it("the setting can't be turned on", async () => {
		granted.clear();
		await background.handlers.changeSettings({ notify: false });
		expect(await background.handlers.changeSettings({ notify: true })).toMatchObject({
			value: { notify: false },
		});
	});

	it("that is taken back the setting goes off, at once or at the next start, and nothing waits", async () => {
		await quietFor(3);
		await refresh(["New harbour"]);
		granted.clear();
		await restart().start();
		expect((await readItems(["settings"])).settings.notify).toBe(false);
		await background.wake();
		expect(await waiting()).toBe(0);
		granted.add("notifications");
		await background.handlers.changeSettings({ notify: true });
		granted.clear();
		await background.settle();
		expect((await readItems(["settings"])).settings.notify).toBe(false);
		expect(given()).toEqual([]);
	});

	it("a refresh is as good as any", async () => {
		create.mockRejectedValueOnce(new Error("The browser has no room."));
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		world.clock.now += 2 * MINUTE_MS;
		server.on("/feed", { body: rss(["New harbour"]) });
		expect(await background.handlers.refresh({})).toMatchObject({ ok: true, value: { fresh: 1 } });
		expect(complain).toHaveBeenCalled();
		complain.mockRestore();
	});
});
