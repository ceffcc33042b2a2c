import { beforeAll, expect, test } from "vitest";
import { PICTURES_LIMIT } from "../../../data/model/kept-pictures";
import { borrowPictures } from "../../../data/refresh/borrow-pictures";
import { servedFeeds } from "../support/served-feeds";

const server = servedFeeds();

beforeAll(() => {
	server.on("/a.png", { body: "a picture", contentType: "image/png" });
	server.on("/page", { body: "<p>A page", contentType: "text/html" });
});

test("pictures are borrowed from the hosts that may be read, and from no other", async () => {
	const closed = "http://closed.example/b.png";
	const asked: RequestInit[] = [];
	const had = await borrowPictures([server.url("/a.png"), server.url("/page"), closed, "not an address"], {
		fetch: (url, init) => {
			if (init) asked.push(init);
			return fetch(url, init);
		},
		hasAccess: async (url) => url !== closed,
	});
	expect([...had.keys()]).toEqual([server.url("/a.png")]);
	expect(await had.get(server.url("/a.png"))?.text()).toBe("a picture");
	expect(asked).toHaveLength(2);
	for (const init of asked)
		expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer", cache: "force-cache" });
});

test("no article has more pictures borrowed than are kept of one", async () => {
	const paths = Array.from({ length: PICTURES_LIMIT + 5 }, (_, n) => `/${n}.png`);
	for (const path of paths) server.on(path, { body: "a picture", contentType: "image/png" });
	const many = paths.map(server.url);
	const had = await borrowPictures(many, { fetch, hasAccess: async () => true });
	expect(had.size).toBe(PICTURES_LIMIT);
});
