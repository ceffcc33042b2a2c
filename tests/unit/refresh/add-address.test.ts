import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Source } from "../../../data/model/source";
import { addAddress } from "../../../data/refresh/add-address";
import { twinAddresses } from "../../../data/refresh/twin-host";
import { removeSource } from "../../../data/store/acts";
import { readItems, writeItems } from "../../../data/store/items";
import { servedFeeds } from "../support/served-feeds";
import { emptyWorld, rss } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const server = servedFeeds();
let world: ReturnType<typeof emptyWorld>;

beforeEach(() => {
	world = emptyWorld();
	server.on("/feed", { body: rss(["One", "Two"], "The feed"), etag: '"e"' });
});

const page = (...links: string[]) => ({
	body: `<!doctype html><html><head><title>A site</title>${links
		.map((href) => `<link rel="alternate" type="application/rss+xml" title="Feed ${href}" href="${href}">`)
		.join("")}</head><body><p>Hello.</p></body></html>`,
	contentType: "text/html",
});
const sources = async () => (await readItems(["sources"])).sources;

describe("adding an address", () => {
	it("adds a feed with its headlines, its title and its validators", async () => {
		const added = await addAddress(server.url("/feed"), world);
		expect(added).toMatchObject({
			ok: true,
			value: {
				kind: "added",
				headlines: 2,
				source: { kind: "feed", title: "The feed", url: server.url("/feed"), home: "http://site.example/" },
			},
		});
		expect((await readItems(["headlines"])).headlines).toHaveLength(2);
		const [source] = await sources();
		expect((await readItems(["polls"])).polls[source?.id ?? ""]).toMatchObject({
			outcome: "fresh",
			etag: '"e"',
		});
	});

	it("counts what is there again of a feed that was removed before", async () => {
		await addAddress(server.url("/feed"), world);
		const [source] = await sources();
		await removeSource(world, source?.id ?? "");
		server.on("/feed", { body: rss(["Zero", "One", "Two"], "The feed") });
		expect(await addAddress(server.url("/feed"), world)).toMatchObject({ value: { headlines: 3 } });
		expect((await readItems(["headlines"])).headlines).toHaveLength(3);
	});

	it("takes an address without a scheme", async () => {
		expect(await addAddress(server.url("/feed").replace("http://", ""), world)).toMatchObject({ ok: true });
	});

	it("finds the one feed that a site names", async () => {
		server.on("/", page("/feed"));
		expect(await addAddress(server.origin, world)).toMatchObject({
			ok: true,
			value: { kind: "added", source: { url: server.url("/feed") } },
		});
	});

	it("finds it in a page that leaves out every tag that it may", async () => {
		const body =
			'<!doctype html><title>A site</title><link rel="alternate" type="application/rss+xml" href="/feed">';
		server.on("/", { body, contentType: "text/html; charset=utf-8" });
		expect(await addAddress(server.origin, world)).toMatchObject({ value: { kind: "added" } });
	});

	it("lets the user choose among several, and says what each holds", async () => {
		server.on("/", page("/feed", "/comments"));
		server.on("/comments", { body: rss(["Nice"]) });
		expect(await addAddress(server.origin, world)).toMatchObject({
			ok: true,
			value: {
				kind: "choose",
				feeds: [
					{ url: server.url("/feed"), title: "Feed /feed", count: 2 },
					{ url: server.url("/comments"), title: "Feed /comments", count: 1 },
				],
			},
		});
		expect(await sources()).toEqual([]);
	});

	it("asks a feed once to add it, however it was found", async () => {
		server.on("/", page());
		await addAddress(server.origin, world);
		expect(server.to("/feed")).toHaveLength(1);
	});

	it("says where a feed lies that needs access to another host", async () => {
		world = emptyWorld({ hasAccess: async (url) => url.startsWith(server.origin) });
		server.on("/", page("https://feeds.example.org/rss"));
		expect(await addAddress(server.origin, world)).toEqual({
			ok: true,
			value: {
				kind: "elsewhere",
				url: "https://feeds.example.org/rss",
				origin: "https://feeds.example.org",
			},
		});
	});

	it("adds the same feed once, though asked twice at once", async () => {
		await Promise.all([addAddress(server.url("/feed"), world), addAddress(server.url("/feed"), world)]);
		expect(await sources()).toHaveLength(1);
		expect((await readItems(["headlines"])).headlines).toHaveLength(2);
		expect(await addAddress(server.url("/feed"), world)).toEqual({
			ok: false,
			trouble: { code: "known-already", about: "The feed" },
		});
	});

	it("knows the address that a source has moved to", async () => {
		const moved: Source = { id: "old", kind: "feed", title: "Moved", url: server.url("/feed"), addedAt: 0 };
		await writeItems({ sources: [moved] });
		expect(await addAddress(server.url("/feed"), world)).toEqual({
			ok: false,
			trouble: { code: "known-already", about: "Moved" },
		});
	});
});

describe("an address that can't be added changes nothing, and says why", () => {
	it.each([
		["what isn't one", () => "my favourite site", "not-an-address"],
		["nothing there", () => server.url("/missing"), "not-found"],
		["a page without a feed", () => server.url("/page"), "no-feed-found"],
		["a page that names a page", () => server.url("/misleading"), "not-a-feed"],
		["something else", () => server.url("/text"), "not-a-feed"],
		["redirects in a circle", () => server.url("/loop"), "redirects-astray"],
		["no answer", () => server.url("/silent"), "timed-out"],
	])("%s", async (_, address, code) => {
		server.on("/feed", { status: 404 });
		server.on("/page", page());
		server.on("/misleading", page("/page"));
		server.on("/text", { body: "Just some words.", contentType: "text/plain" });
		server.on("/loop", { redirectTo: "/loop" });
		server.on("/silent", { silent: true });
		expect(await addAddress(address(), world)).toMatchObject({ ok: false, trouble: { code } });
		expect(await sources()).toEqual([]);
	});

	it("no access, when nobody is asked", async () => {
		world = emptyWorld({ hasAccess: async () => false });
		expect(await addAddress("example.org", world)).toEqual({
			ok: false,
			trouble: { code: "permission-needed", about: "example.org" },
		});
	});
});

it("offers the address with or without www where a redirect leads out of reach", async () => {
	world = emptyWorld({
		hasAccess: async (url) => url.startsWith("https://example.org/"),
		fetch: async (_, init) => {
			if (init?.redirect !== "manual") throw new TypeError("Failed to fetch");
			return new Response(null, { status: 301 });
		},
	});
	expect(await addAddress("example.org", world)).toMatchObject({
		value: { kind: "elsewhere", origin: "https://www.example.org" },
	});
});

it("takes an address to be sent to its secure self, then to or from www", () => {
	expect(twinAddresses("https://www.example.org/a?b")).toEqual(["https://example.org/a?b"]);
	expect(twinAddresses("http://example.org/a")).toEqual([
		"https://example.org/a",
		"https://www.example.org/a",
	]);
	expect(twinAddresses("http://127.0.0.1/")).toEqual([]);
});
