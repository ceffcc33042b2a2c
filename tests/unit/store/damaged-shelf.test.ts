import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBackground } from "@/data/background";
import { DAY_MS, MINUTE_MS } from "@/data/model/durations";
import { readParts } from "@/data/model/sync/parts";
import { addSource, mark } from "@/data/store/acts";
import { readItems } from "@/data/store/items";
import { prune } from "@/data/store/prune";
import { readSetAside } from "@/data/store/safe";
import { setUp } from "@/data/store/set-up";
import { browser } from "../support/browser";
import { feedSource, noSeed, stories, story } from "../support/store";
import { emptyWorld, laterWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const YEAR_MS = 365 * DAY_MS;
const offline = { hasAccess: async () => false, isOnline: () => false };

let world: ReturnType<typeof emptyWorld>;
let ids: string[];
beforeEach(async () => {
	vi.spyOn(console, "error").mockImplementation(() => {});
	world = emptyWorld(offline);
	await addSource(world, feedSource("a", { kind: "digest" }), stories(4, "a"));
	await setUp(world, noSeed);
	ids = (await readItems(["headlines"])).headlines.map(({ id }) => id);
});
afterEach(() => {
	vi.restoreAllMocks();
});

/** Damages a column of the source's shelf. */
async function tear(saved: unknown) {
	const archive = await world.archive();
	const shelf = await archive.get("shelves", "a");
	// It is meant to be misshapen.
	await archive.put("shelves", { ...shelf, saved } as unknown as NonNullable<typeof shelf>);
}

describe("a damaged shelf", () => {
	it("is set aside each time that it is damaged, however soon", async () => {
		await tear("first");
		await mark(world, ids.slice(0, 1), "read");
		await tear("second");
		await mark(world, ids.slice(1, 2), "read");
		await createBackground(laterWorld(world.clock, offline)).wake();
		const aside = (await readSetAside()).map(({ what }) => Object(what).wrong?.saved);
		expect(aside.toSorted()).toEqual(["first", "second"]);
	});

	it("lets no headline go before it has been put right: one may be saved", async () => {
		await addSource(world, feedSource("a", { kind: "digest" }), [story("old", { publishedAt: 1 })]);
		world.clock.now += 2 * YEAR_MS;
		await tear("torn");
		expect(await prune(world)).toBe(0);
		expect((await readItems(["checkDueAt"])).checkDueAt).toBe(0);
		await createBackground(laterWorld(world.clock, offline)).wake();
		expect(await prune(world)).toBeGreaterThan(0);
	});

	describe("tells other devices nothing, since what can’t be read is no undoing", () => {
		const said = async () => {
			const [part] = readParts(await browser.storage.sync.get(null));
			return [...(part?.state ?? [])].filter(([key]) => key.startsWith("mark:"));
		};
		/** A background that starts after the others, with the browser's one lock. */
		const next = () => createBackground(laterWorld(world.clock, { ...offline, lock: world.lock }));
		const wakeThrice = async () => {
			const background = next();
			for (let wakes = 0; wakes < 3; wakes++) {
				world.clock.now += 5 * MINUTE_MS;
				await background.wake();
			}
		};
		let before: Awaited<ReturnType<typeof said>>;
		beforeEach(async () => {
			const { handlers, start } = createBackground(world);
			await start();
			await handlers.mark({ ids: ids.slice(0, 2), act: "saved" });
			await handlers.changeSettings({ sync: true });
			before = await said();
			await tear("torn");
		});

		it("whatever is done meanwhile", async () => {
			expect(before).toHaveLength(2);
			await wakeThrice();
			expect(await said()).toEqual(before);
		});

		it("and whenever its setting aside is stopped", async () => {
			const { storage } = browser;
			const set = storage.local.set.bind(storage.local);
			let isStopped = false;
			vi.spyOn(storage.local, "set").mockImplementation(async (items) => {
				if (isStopped || items.syncLog === null) isStopped = true;
				if (isStopped) throw new Error("The background was stopped.");
				await set(items);
			});
			await Promise.allSettled([next().wake()]);
			expect(isStopped).toBe(true);
			vi.mocked(storage.local.set).mockRestore();
			await wakeThrice();
			expect(await said()).toEqual(before);
		});
	});
});
