import { beforeEach, describe, expect, it, vi } from "vitest";
import { createBackground } from "../../data/background";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../data/model/durations";
import { DEFAULT_SETTINGS } from "../../data/model/settings";
import { TroubleError } from "../../data/model/trouble";
import { readItems } from "../../data/store/items";
import { browser, button } from "./support/browser";
import { servedFeeds } from "./support/served-feeds";
import { emptyWorld, laterWorld, rss } from "./support/world";

vi.mock("wxt/browser", () => import("./support/browser"));

const server = servedFeeds();
let world: ReturnType<typeof emptyWorld>;

beforeEach(() => {
	world = emptyWorld();
	server.on("/feed", { body: rss(["One", "Two"]) });
});

const front = () => readItems(["headlines", "sources", "ticker", "settings", "polls", "progress"]);
const nextLookAt = async () => (await readItems(["nextLookAt"])).nextLookAt;
const alarmAt = async () => (await browser.alarms.get("refresh"))?.scheduledTime;

async function followed() {
	const background = createBackground(world);
	const added = await background.handlers.addSource({ address: server.url("/feed") });
	if (!added.ok || added.value.kind !== "added") throw new Error("The feed was not added.");
	return { background, source: added.value.source };
}

describe("the background", () => {
	it("has the bundled edition stored before it answers the first command", async () => {
		expect(await createBackground(world).handlers.ready(null)).toEqual({ ok: true, value: null });
		const { headlines, sources, ticker } = await front();
		expect(headlines).toHaveLength(20);
		expect(sources).toMatchObject([{ id: "edition", kind: "edition" }]);
		expect(ticker.total).toBe(20);
		expect(button.text).toBe("20");
	});

	it("sets up once, however many ask", async () => {
		const { handlers, start } = createBackground(world);
		await Promise.all([start(), handlers.ready(null), handlers.markAllRead(null), start()]);
		expect((await front()).headlines).toHaveLength(20);
		expect(button.text).toBe("");
	});

	it("tries again to set up where the first try failed", async () => {
		const { set } = browser.storage.local;
		browser.storage.local.set = () => Promise.reject(new Error("The disk is full."));
		const { handlers } = createBackground(world);
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		expect(await handlers.ready(null)).toMatchObject({ ok: false, trouble: { code: "storage-failed" } });
		expect(complain).toHaveBeenCalled();
		complain.mockRestore();
		browser.storage.local.set = set;
		expect(await handlers.ready(null)).toEqual({ ok: true, value: null });
	});

	it("tells every surface where the browser has closed the archive and doesn’t open it again", async () => {
		let isBroken = false;
		const { archive } = world;
		world.archive = async () => {
			if (isBroken) throw new TroubleError("storage-broken");
			return archive();
		};
		const { handlers } = createBackground(world);
		await handlers.ready(null);
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		isBroken = true;
		expect(await handlers.markAllRead(null)).toMatchObject({ trouble: { code: "storage-broken" } });
		const health = async () => (await readItems(["health"])).health;
		await vi.waitFor(async () => expect(await health()).toBe("storage-broken"));
		isBroken = false;
		expect(await handlers.markAllRead(null)).toMatchObject({ ok: true });
		await vi.waitFor(async () => expect(await health()).toBeNull());
		complain.mockRestore();
	});

	it("puts away the progress that a stopped one has left behind", async () => {
		await browser.storage.session.set({ progress: { done: 1, total: 5, asking: [], movedAt: 1 } });
		await createBackground(world).start();
		expect((await front()).progress).toBeNull();
	});

	it("wakes no page for progress where none was left behind", async () => {
		await createBackground(world).start();
		const writing = vi.spyOn(browser.storage.session, "set");
		await createBackground(laterWorld(world.clock)).start();
		expect(writing.mock.calls.flatMap(([items]) => Object.keys(items))).not.toContain("progress");
		writing.mockRestore();
	});
});

describe("following a feed", () => {
	it("sets the alarm to its next time, and refreshes it then", async () => {
		await followed();
		expect(await alarmAt()).toBe(world.clock.now + 30 * MINUTE_MS);
		world.clock.now += 30 * MINUTE_MS;
		server.on("/feed", { body: rss(["One", "Two", "Three"]) });
		await createBackground(laterWorld(world.clock)).wake();
		expect((await front()).headlines).toHaveLength(23);
		expect(await alarmAt()).toBe(world.clock.now + 30 * MINUTE_MS);
	});

	it("has an alarm that goes on with a refresh that is cut short", async () => {
		const { background } = await followed();
		world.clock.now += 30 * MINUTE_MS;
		server.on("/feed", { silent: true });
		const waking = background.wake();
		await vi.waitFor(async () => expect((await front()).progress).not.toBeNull());
		expect(await alarmAt()).toBe(world.clock.now + MINUTE_MS);
		await waking;
	});

	it("goes by a new interval at once, and by none without an alarm", async () => {
		const { background } = await followed();
		await background.handlers.changeSettings({ refreshMinutes: 180 });
		expect(await alarmAt()).toBe(world.clock.now + 180 * MINUTE_MS);
		await background.handlers.changeSettings({ refreshMinutes: 0 });
		expect(await alarmAt()).toBeUndefined();
	});

	it("publishes when the next look is due, which the alarm may ring before", async () => {
		expect(await nextLookAt()).toBeNull();
		const { background, source } = await followed();
		const next = world.clock.now + 30 * MINUTE_MS;
		expect(await nextLookAt()).toBe(next);
		await background.handlers.changeSettings({ refreshMinutes: 0 });
		expect(await nextLookAt()).toBeNull();
		await background.handlers.changeSettings({ refreshMinutes: 30 });
		expect(await nextLookAt()).toBe(next);
		await background.handlers.removeSource({ id: source.id });
		expect(await nextLookAt()).toBeNull();
		expect(await alarmAt()).toBe(world.clock.now + DAY_MS);
	});

	it("ends with its removal, which is undone or swept out after a day", async () => {
		const { background, source } = await followed();
		expect(await background.handlers.removeSource({ id: source.id })).toEqual({ ok: true, value: source });
		expect(await alarmAt()).toBe(world.clock.now + DAY_MS);
		expect(await background.handlers.restoreSource({ id: source.id })).toMatchObject({ ok: true });
		expect((await front()).headlines).toHaveLength(22);

		await background.handlers.removeSource({ id: source.id });
		world.clock.now += DAY_MS;
		await background.wake();
		expect(await background.handlers.restoreSource({ id: source.id })).toEqual({
			ok: false,
			trouble: { code: "unknown-source" },
		});
		expect((await front()).headlines).toHaveLength(20);
	});

	it("asks at once when access to its host is granted", async () => {
		const { source } = await followed();
		world.clock.now += 30 * MINUTE_MS;
		let mayRead = false;
		const later = createBackground(laterWorld(world.clock, { hasAccess: async () => mayRead }));
		await later.wake();
		expect((await front()).polls[source.id]?.outcome).toBe("permission-needed");
		mayRead = true;
		await later.retry("permission-needed");
		expect((await front()).polls[source.id]?.outcome).toBe("unchanged");
	});

	it("says at once that its permission is needed when access to its host is taken back, and asks for nothing", async () => {
		const { source } = await followed();
		world.clock.now += MINUTE_MS;
		const asked = server.to("/feed").length;
		const later = createBackground(laterWorld(world.clock, { hasAccess: async () => false }));
		await later.revoked();
		expect((await front()).polls[source.id]?.outcome).toBe("permission-needed");
		expect(server.to("/feed")).toHaveLength(asked);
		const { nextAt } = (await front()).polls[source.id] ?? {};
		world.clock.now += MINUTE_MS;
		await later.revoked();
		expect((await front()).polls[source.id]?.nextAt).toBe(nextAt);
	});

	it("has all its headlines again where it is followed anew after it was forgotten", async () => {
		server.on("/feed", { body: rss(["One", "Two"]), etag: '"n"' });
		const { background, source } = await followed();
		await background.handlers.removeSource({ id: source.id });
		world.clock.now += 2 * DAY_MS;
		await background.wake();
		const text = `<opml version="2.0"><body><outline text="F" xmlUrl="${source.url}"/></body></opml>`;
		await background.handlers.importFile({ name: "a.opml", text });
		await background.wake();
		expect((await front()).headlines.filter((one) => one.source === source.id)).toHaveLength(2);
	});

	it("calls a feed that an OPML file has no name for as that calls itself, once that is read", async () => {
		server.on("/named", { body: rss(["Three"]) });
		const { handlers, wake } = createBackground(world);
		const outlines = [`xmlUrl="${server.url("/feed")}"`, `text="Mine" xmlUrl="${server.url("/named")}"`];
		const text = `<opml version="2.0"><body><outline ${outlines.join("/><outline ")}/></body></opml>`;
		await handlers.importFile({ name: "a.opml", text });
		await wake();
		const feeds = async () => (await front()).sources.filter(({ kind }) => kind === "feed");
		expect(await feeds()).toMatchObject([
			{ title: "A feed", home: "http://site.example/" },
			{ title: "Mine", home: "http://site.example/" },
		]);

		const [first] = await feeds();
		const { host } = new URL(server.url("/"));
		await handlers.editSource({ id: first?.id ?? "", title: host });
		server.on("/feed", { body: rss(["One", "Two", "Four"]) });
		world.clock.now += HOUR_MS;
		await wake();
		expect((await front()).headlines.some(({ title }) => title === "Four")).toBe(true);
		expect(await feeds()).toMatchObject([{ title: host }, { title: "Mine" }]);
	});

	it("asks the feeds of an imported OPML file without being told to", async () => {
		const { handlers } = createBackground(world);
		const text = `<opml version="2.0"><body><outline text="A feed" xmlUrl="${server.url("/feed")}"/></body></opml>`;
		expect(await handlers.importFile({ name: "a.opml", text })).toMatchObject({ value: { added: 1 } });
		await vi.waitFor(async () => expect((await front()).headlines).toHaveLength(22));
	});
});

describe("looking after a feed", () => {
	it("asks it once within a minute, however many commands come at once", async () => {
		const { background, source } = await followed();
		world.clock.now += 30 * MINUTE_MS;
		const before = server.to("/feed").length;
		const { handlers, wake } = background;
		await Promise.all([
			...Array.from({ length: 10 }, () => handlers.refresh({})),
			...Array.from({ length: 10 }, () => handlers.refresh({ sources: [source.id] })),
			wake(),
			wake(),
		]);
		await handlers.refresh({});
		expect(server.to("/feed")).toHaveLength(before + 1);
	});

	it("leaves a paused one alone, without an alarm, and asks it at once when it is resumed", async () => {
		const { background, source } = await followed();
		const { handlers } = background;
		expect(await handlers.pauseSource({ id: source.id, paused: true })).toEqual({
			ok: true,
			value: { ...source, paused: true },
		});
		expect(await alarmAt()).toBeUndefined();
		world.clock.now += DAY_MS;
		server.on("/feed", { body: rss(["One", "Two", "Three"]) });
		await background.wake();
		expect((await front()).headlines).toHaveLength(22);
		expect(await handlers.pauseSource({ id: source.id, paused: false })).toEqual({ ok: true, value: source });
		await vi.waitFor(async () => expect((await front()).headlines).toHaveLength(23));
		expect(await handlers.pauseSource({ id: "none", paused: true })).toMatchObject({ ok: false });
	});

	it("asks a new address at once, and keeps what the old one had brought", async () => {
		const { background, source } = await followed();
		server.on("/moved", { body: rss(["Three"]) });
		expect(
			await background.handlers.editSource({ id: source.id, title: "Mine", url: server.url("/moved") }),
		).toMatchObject({ ok: true, value: { id: source.id, title: "Mine" } });
		await vi.waitFor(async () => expect((await front()).headlines).toHaveLength(23));
	});

	it("asks nobody while offline, and what is due at once when back", async () => {
		const { source } = await followed();
		world.clock.now += HOUR_MS;
		let isOnline = false;
		const later = createBackground(laterWorld(world.clock, { isOnline: () => isOnline }));
		const before = server.to("/feed").length;
		await later.wake();
		expect(server.to("/feed")).toHaveLength(before);
		expect((await front()).polls[source.id]?.outcome).toBe("fresh");
		expect(await alarmAt()).toBe(world.clock.now + MINUTE_MS);
		isOnline = true;
		await later.retry("offline");
		expect(server.to("/feed")).toHaveLength(before + 1);
		expect(await alarmAt()).toBe(world.clock.now + 30 * MINUTE_MS);
	});
});

describe("settings", () => {
	it("change one at a time, and never out of bounds", async () => {
		const { handlers } = createBackground(world);
		await handlers.changeSettings({ theme: "dark" });
		await handlers.changeSettings({ wordsPerMinute: 100_000, refreshMinutes: 7 });
		expect((await front()).settings).toEqual({ ...DEFAULT_SETTINGS, theme: "dark" });
	});
});

describe("rules", () => {
	it("run out by an alarm of their own, which brings back what they muted", async () => {
		const background = createBackground(world);
		const until = world.clock.now + DAY_MS;
		const match = { kind: "source", source: "edition" } as const;
		const added = await background.handlers.addRule({ act: "mute", match, where: "title", until });
		expect(added).toMatchObject({ ok: true, value: { match, until } });
		expect((await front()).headlines).toEqual([]);
		expect(await alarmAt()).toBe(until);
		world.clock.now = until;
		await createBackground(laterWorld(world.clock)).wake();
		expect((await front()).headlines).toHaveLength(20);
		expect(await alarmAt()).toBeUndefined();
	});

	it("that have run out, and are added again before that is noticed, judge what has come since", async () => {
		const { handlers } = createBackground(world);
		const match = { kind: "words", text: "three" } as const;
		const anHour = () => ({ act: "mute", match, where: "title", until: world.clock.now + HOUR_MS }) as const;
		await handlers.addRule(anHour());
		await handlers.addSource({ address: server.url("/feed") });
		world.clock.now += HOUR_MS + 5_000;
		server.on("/feed", { body: rss(["One", "Two", "Three"]) });
		await handlers.refresh({});
		const titles = async () => (await front()).headlines.map(({ title }) => title);
		expect(await titles()).toContain("Three");
		await handlers.addRule(anHour());
		expect(await titles()).not.toContain("Three");
		expect((await readItems(["rules"])).rules).toHaveLength(1);
	});

	it("are removed once", async () => {
		const { handlers } = createBackground(world);
		const match = { kind: "words", text: "tea" } as const;
		const added = await handlers.addRule({ act: "watch", match, where: "text" });
		if (!added.ok) throw new Error(added.trouble.code);
		expect(await handlers.removeRule({ id: added.value.id })).toEqual(added);
		expect(await handlers.removeRule({ id: added.value.id })).toEqual({
			ok: false,
			trouble: { code: "unknown-rule" },
		});
	});
});
