import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DAY_MS } from "../../../data/model/durations";
import { addAddress } from "../../../data/refresh/add-address";
import { createIconFetcher, iconAddresses } from "../../../data/refresh/icons";
import { createRefresher } from "../../../data/refresh/refresher";
import { addSources, removeSource, sweep } from "../../../data/store/acts";
import { noteIcon } from "../../../data/store/icons";
import { readItems } from "../../../data/store/items";
import { readIcons } from "../../../data/store/read-icons";
import { servedFeeds } from "../support/served-feeds";
import { feedSource } from "../support/store";
import { emptyWorld, rss } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const ICON = readFileSync("assets/public/icon/32.png");
const AS_URL = `data:image/png;base64,${ICON.toString("base64")}`;
const icon = { body: ICON, contentType: "image/png" };

const server = servedFeeds();
let world: ReturnType<typeof emptyWorld>;

beforeEach(() => {
	world = emptyWorld();
	for (const path of ["/favicon.ico", "/said.png"]) server.on(path, { status: 404 });
});

const follow = () => addSources(world, [feedSource("a", { url: server.url("/a") })]);
const asked = () => server.seen.map(({ path }) => path);
const fetchIcons = () => createIconFetcher(world).fetch();

describe("where an icon may be", () => {
	const source = { url: "https://feeds.paper.example/all", home: "https://www.paper.example/news" };

	it("is where the feed says, then on its site, then at the feed", () => {
		expect(
			iconAddresses({ ...source, url: "https://paper.example/all" }, "https://img.paper.example/i.png"),
		).toEqual([
			"https://img.paper.example/i.png",
			"https://www.paper.example/favicon.ico",
			"https://paper.example/favicon.ico",
		]);
	});

	it.each([
		"https://cdn.example/i.png",
		"http://127.0.0.1/i.png",
		"http://192.168.0.1/admin",
		"http://[::1]/i.png",
		"https://notpaper.example/i.png",
		"https://user:secret@feeds.paper.example/i.png",
		"file:///etc/passwd",
		"no address",
	])("is never %s, which is somebody else's", (said) => {
		expect(iconAddresses({ url: source.url, home: said }, said)).toEqual([
			"https://feeds.paper.example/favicon.ico",
		]);
	});
});

describe("an icon", () => {
	it("is fetched from where the feed says, once, politely, and kept drawn anew", async () => {
		server.on("/a", {
			body: rss(["One"]).replace("<link>", `<image><url>${server.url("/said.png")}</url></image><link>`),
		});
		server.on("/said.png", icon);
		await follow();
		await createRefresher(world).refresh();
		await fetchIcons();
		await fetchIcons();
		expect(asked()).toEqual(["/a", "/said.png"]);
		expect(server.to("/said.png")[0]?.headers).not.toHaveProperty("cookie");
		expect(server.to("/said.png")[0]?.headers).not.toHaveProperty("referer");
		expect(await readIcons()).toEqual({ a: AS_URL });
		expect((await readItems(["iconsAt"])).iconsAt).toBe(world.clock.now);
	});

	it("of a source that was just added is known from its feed too", async () => {
		server.on("/new", { body: rss(["One"]).replace("<link>", "<image><url>/said.png</url></image><link>") });
		server.on("/said.png", icon);
		await addAddress(server.url("/new"), world);
		await fetchIcons();
		expect(Object.values(await readIcons())).toEqual([AS_URL]);
	});

	it("is else the one in the usual place", async () => {
		server.on("/favicon.ico", icon);
		await follow();
		await noteIcon(await world.archive(), "a", server.url("/said.png"));
		await fetchIcons();
		expect(asked()).toEqual(["/said.png", "/favicon.ico"]);
		expect(await readIcons()).toEqual({ a: AS_URL });
	});

	it.each([
		["isn't there", { status: 404 }],
		["is no picture", { body: "<!doctype html>", contentType: "image/png" }],
		["is an SVG", { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', contentType: "image/svg+xml" }],
		["is too big", { body: Buffer.concat([ICON, Buffer.alloc(100_000)]) }],
		["never ends", { body: ICON, endless: true }],
		["never comes", { silent: true }],
		["is elsewhere", { redirectTo: "/said.png" }],
		["is a banner", { body: readFileSync("assets/public/icon/32.png").fill(9, 16, 18).fill(0, 18, 20) }],
	])("that %s leaves the letter, and is looked for again in a week", async (_, answer) => {
		server.on("/favicon.ico", answer);
		server.on("/said.png", icon);
		await follow();
		await fetchIcons();
		expect(await readIcons()).toEqual({});
		expect(asked()).toEqual(["/favicon.ico"]);
		world.clock.now += 6 * DAY_MS;
		await fetchIcons();
		expect(asked()).toHaveLength(1);
		server.on("/favicon.ico", icon);
		world.clock.now += 2 * DAY_MS;
		await fetchIcons();
		expect(await readIcons()).toEqual({ a: AS_URL });
	});

	it("isn't asked for without access, nor while offline, nor of a paused source", async () => {
		server.on("/favicon.ico", icon);
		await addSources(world, [
			feedSource("a", { url: server.url("/a") }),
			feedSource("b", { url: server.url("/b"), paused: true }),
		]);
		await createIconFetcher({ ...world, hasAccess: async () => false }).fetch();
		await createIconFetcher({ ...world, isOnline: () => false }).fetch();
		expect(asked()).toEqual([]);
		await fetchIcons();
		expect(Object.keys(await readIcons())).toEqual(["a"]);
	});

	it("is fetched though another source’s address is none", async () => {
		server.on("/favicon.ico", icon);
		await addSources(world, [feedSource("broken", { url: "not an address" })]);
		await follow();
		await fetchIcons();
		expect(await readIcons()).toEqual({ a: AS_URL });
	});

	it("that can't be drawn leaves the letter", async () => {
		server.on("/favicon.ico", icon);
		await follow();
		await createIconFetcher({ ...world, drawIcon: () => Promise.reject(new Error("No picture.")) }).fetch();
		expect(await readIcons()).toEqual({});
	});

	it("goes with its source", async () => {
		server.on("/favicon.ico", icon);
		await follow();
		await fetchIcons();
		await removeSource(world, "a");
		world.clock.now += 2 * DAY_MS;
		await sweep(world);
		expect(await readIcons()).toEqual({});
	});
});
