import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { DAY_MS } from "../../../data/model/durations";
import { PICTURE_LIMIT_BYTES, PICTURES_LIMIT } from "../../../data/model/kept-pictures";
import { keepPictures } from "../../../data/refresh/keep-pictures";
import { addSource, mark, removeSource } from "../../../data/store/acts";
import { sweepRemoved } from "../../../data/store/membership";
import { readArticle } from "../../../data/store/read-article";
import { servedFeeds } from "../support/served-feeds";
import { feedSource, stories } from "../support/store";
import { emptyWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const server = servedFeeds();
let world: ReturnType<typeof emptyWorld>;
let id: string;

beforeAll(() => {
	server.on("/a.png", { body: "a picture", contentType: "image/png" });
	server.on("/b.svg", { body: "<svg/>", contentType: "image/svg+xml; charset=utf-8" });
	server.on("/page", { body: "<p>A page", contentType: "text/html" });
	server.on("/big.png", {
		body: "",
		contentType: "image/png",
		headers: { "content-length": String(PICTURE_LIMIT_BYTES + 1) },
	});
});
beforeEach(async () => {
	world = emptyWorld();
	await addSource(world, feedSource("feed"), stories(1));
	const [headline] = await (await world.archive()).getAll("headlines");
	id = headline?.id ?? "";
	await mark(world, [id], "saved");
});

const kept = async () => (await readArticle(id))?.pictures?.map(({ url }) => url) ?? [];

describe("keeping the pictures of a saved article", () => {
	it("keeps what is a picture, and says how many couldn’t be had", async () => {
		const urls = ["/a.png", "/b.svg", "/page", "/big.png", "/gone.png"].map(server.url);
		expect(await keepPictures(id, urls, world)).toEqual({ kept: 2, missed: 3, isOver: true });
		expect(await kept()).toEqual(urls.slice(0, 2));
		const [picture] = (await readArticle(id))?.pictures ?? [];
		expect(picture?.picture.type).toBe("image/png");
		expect(await picture?.picture.text()).toBe("a picture");
	});

	it("asks no host that may not be read, and only so many pictures", async () => {
		const before = server.seen.length;
		const closed = { ...world, hasAccess: async () => false };
		expect(await keepPictures(id, [server.url("/a.png")], closed)).toEqual({
			kept: 0,
			missed: 1,
			isOver: false,
		});
		expect(server.seen.length).toBe(before);
		const many = Array.from({ length: PICTURES_LIMIT + 5 }, (_, n) => server.url(`/a.png?${n}`));
		await keepPictures(id, many, world);
		expect(server.seen.length).toBe(before + PICTURES_LIMIT);
	});

	it("keeps none of what isn’t saved any more by then, and forgets them with the mark", async () => {
		await keepPictures(id, [server.url("/a.png")], world);
		await mark(world, [id], "unsaved");
		expect(await kept()).toEqual([]);
		expect(await keepPictures(id, [server.url("/a.png")], world)).toEqual({
			kept: 0,
			missed: 1,
			isOver: true,
		});
		expect(await kept()).toEqual([]);
	});

	it("tells what may be had another time from what may not, and lets no odd address spoil the others", async () => {
		const none = { ...world, fetch: () => Promise.reject(new TypeError("Failed to fetch")) };
		const urls = [server.url("/a.png"), "http://"];
		expect(await keepPictures(id, urls, none)).toEqual({ kept: 0, missed: 2, isOver: false });
		server.on("/busy.png", { status: 503 });
		expect((await keepPictures(id, [server.url("/busy.png")], world)).isOver).toBe(false);
		expect(await keepPictures(id, urls, world)).toEqual({ kept: 1, missed: 1, isOver: true });
	});

	it("drops what the article hasn’t got any more", async () => {
		await keepPictures(id, ["/a.png", "/b.svg"].map(server.url), world);
		await keepPictures(id, [server.url("/b.svg")], world);
		expect(await kept()).toEqual([server.url("/b.svg")]);
	});

	it("asks for none again that is kept", async () => {
		await keepPictures(id, [server.url("/a.png")], world);
		const before = server.seen.length;
		const urls = [server.url("/a.png"), server.url("/b.svg")];
		expect(await keepPictures(id, urls, world)).toEqual({ kept: 2, missed: 0, isOver: true });
		expect(server.seen.length).toBe(before + 1);
		expect(await kept()).toEqual(urls);
	});

	it("leaves them there without their source, as long as it is saved", async () => {
		await keepPictures(id, [server.url("/a.png")], world);
		await removeSource(world, "feed");
		const archive = await world.archive();
		await sweepRemoved(archive, world.now() + 2 * DAY_MS);
		expect(await archive.count("pictures")).toBe(1);
		await mark(world, [id], "unsaved");
		expect(await archive.count("pictures")).toBe(0);
	});
});
