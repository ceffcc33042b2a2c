import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Background, createBackground } from "../../../data/background";
import { MINUTE_MS } from "../../../data/model/durations";
import { createPictureKeeper } from "../../../data/refresh/picture-keeper";
import { addSource, changeSettings, mark, removeSource } from "../../../data/store/acts";
import { readItems, writeItems } from "../../../data/store/items";
import { readArticle } from "../../../data/store/read-article";
import { browser } from "../support/browser";
import { servedFeeds } from "../support/served-feeds";
import { feedSource, stories } from "../support/store";
import { emptyWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const server = servedFeeds();
let world: ReturnType<typeof emptyWorld>;
let ids: string[];
let id: string;

beforeAll(() => {
	server.on("/a.png", { body: "a picture", contentType: "image/png" });
});
beforeEach(async () => {
	world = emptyWorld();
	await addSource(world, feedSource("feed"), stories(12));
	const archive = await world.archive();
	ids = (await archive.getAll("headlines")).map((headline) => headline.id);
	[id = ""] = ids;
	await changeSettings(world, { keepPictures: true });
	await setPicture(id, "/a.png");
});

const setPicture = async (headline: string, path: string) =>
	(await world.archive()).put("articles", { id: headline, html: `<p><img src="${server.url(path)}"></p>` });
const kept = async () => (await readArticle(id))?.pictures?.map(({ url }) => url) ?? [];
const wanted = async () => (await readItems(["picturesWanted"])).picturesWanted;
const allLookedAfter = () => vi.waitFor(async () => expect(await wanted()).toEqual({}));
const save = ({ handlers }: Background, headline = id) => handlers.mark({ ids: [headline], act: "saved" });
const alarmAt = async () => (await browser.alarms.get("refresh"))?.scheduledTime;
/** Saves it where nothing can be fetched. */
async function saveOffline(): Promise<void> {
	await save(createBackground({ ...world, isOnline: () => false }));
	expect(Object.keys(await wanted())).toEqual([id]);
}

describe("saving a headline, from wherever", () => {
	it("keeps its pictures too, where the user wants that", async () => {
		expect(await save(createBackground(world))).toEqual({ ok: true, value: [id] });
		await allLookedAfter();
		expect(await kept()).toEqual([server.url("/a.png")]);
	});

	it("keeps none where the user doesn’t, or doesn’t any more", async () => {
		await saveOffline();
		await changeSettings(world, { keepPictures: false });
		await createPictureKeeper(world).ahead();
		await save(createBackground(world), ids[1]);
		expect(await wanted()).toEqual({});
		expect(server.seen).toEqual([]);
	});

	it("keeps them later where there is no network, by another background if need be", async () => {
		await saveOffline();
		await createPictureKeeper(world).ahead();
		expect(await kept()).toEqual([server.url("/a.png")]);
	});

	it("asks for them though the source was removed meanwhile", async () => {
		await saveOffline();
		await removeSource(world, "feed");
		await createPictureKeeper(world).ahead();
		expect(await kept()).toEqual([server.url("/a.png")]);
	});

	it("asks for nothing of what isn’t saved any more", async () => {
		await saveOffline();
		await mark(world, [id], "unsaved");
		await createPictureKeeper(world).ahead();
		expect(server.seen).toEqual([]);
		expect(await wanted()).toEqual({});
	});

	it("asks for each picture once, however many are saved one after another", async () => {
		for (const [place, headline] of ids.entries()) await setPicture(headline, `/gone-${place}.png`);
		const background = createBackground(world);
		for (const headline of ids) await save(background, headline);
		await allLookedAfter();
		const asked = server.seen.map(({ path }) => path);
		expect(asked.toSorted()).toEqual(ids.map((_, place) => `/gone-${place}.png`).toSorted());
	});
});

describe("pictures that can’t be had", () => {
	it("are tried again later and later, by the alarm, and given up after a day or so", async () => {
		await saveOffline();
		// No feed is due before.
		await writeItems({
			polls: { feed: { nextAt: world.clock.now + 9_999 * MINUTE_MS, failures: 0, outcome: "fresh" } },
		});
		const cut = { ...world, fetch: vi.fn(() => Promise.reject(new TypeError("Failed to fetch"))) };
		const keeper = createPictureKeeper(cut);
		const waits = [];
		for (let tries = 0; Object.keys(await wanted()).length > 0; tries++) {
			expect(tries).toBeLessThan(10);
			const before = world.clock.now;
			await keeper.ahead();
			const { [id]: one } = await wanted();
			if (!one) break;
			expect(await alarmAt()).toBe(one.at);
			waits.push((one.at - before) / MINUTE_MS);
			await keeper.ahead();
			world.clock.now = one.at;
		}
		expect(waits).toEqual([10, 60, 360, 1440]);
		expect(cut.fetch).toHaveBeenCalledTimes(5);
		expect(await wanted()).toEqual({});
	});

	it("are tried at once when more hosts may be read", async () => {
		let mayRead = false;
		const background = createBackground({ ...world, hasAccess: async () => mayRead });
		await save(background);
		await vi.waitFor(async () => expect((await wanted())[id]?.tries).toBe(1));
		mayRead = true;
		await background.retry("permission-needed");
		expect(await kept()).toEqual([server.url("/a.png")]);
		expect(await wanted()).toEqual({});
	});

	it("leave alone what is kept where they couldn’t even be looked for", async () => {
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		await mark(world, [id], "saved");
		await createPictureKeeper(world).keep(id);
		const findPictures = () => Promise.reject(new Error("It took too long."));
		expect(await createPictureKeeper({ ...world, findPictures }).keep(id)).toBeUndefined();
		expect(await kept()).toEqual([server.url("/a.png")]);
		complain.mockRestore();
	});

	it("are looked for once more where more is wanted while they are being kept", async () => {
		await mark(world, [id], "saved");
		let isFirst = true;
		const keeper = createPictureKeeper({
			...world,
			findPictures: async () => {
				if (isFirst) await keeper.want([id]);
				isFirst = false;
				return [server.url("/a.png")];
			},
		});
		await keeper.want([id]);
		await keeper.ahead();
		expect(isFirst).toBe(false);
		expect(await wanted()).toEqual({});
		expect(server.seen).toHaveLength(1);
	});
});
