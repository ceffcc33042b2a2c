import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBackground } from "../../../data/background";
import { openBackup } from "../../../data/formats/backup/read";
import type { BackupPart } from "../../../data/model/backup";
import { TroubleError } from "../../../data/model/trouble";
import { stageBackup } from "../../../data/refresh/stage-backup";
import { addSource } from "../../../data/store/acts";
import { readItems, watchItems } from "../../../data/store/items";
import { readSnapshots } from "../../../data/store/safe";
import { readStaged, stage } from "../../../data/store/staging";
import { alone, backUp, stageOrRefuse } from "../support/backups";
import { browser } from "../support/browser";
import { feedSource, stories } from "../support/store";
import { emptyWorld, laterWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const offline = { hasAccess: async () => false, isOnline: () => false };
const full = new DOMException("Full.", "QuotaExceededError");
const sources = async () => (await readItems(["sources"])).sources.map(({ title }) => title);
const digest = { name: "mine.txt", text: "-\nA story of my own\nIts text.\n" };

/** A backup of one source with six headlines, and a world of another. */
let file: File;
let world: ReturnType<typeof emptyWorld>;
beforeEach(async () => {
	vi.spyOn(console, "error").mockImplementation(() => {});
	world = emptyWorld(offline);
	await addSource(world, feedSource("a"), stories(6, "a"));
	({ file } = await backUp(world.now()));
	world = emptyWorld(offline);
	await addSource(world, feedSource("mine"), stories(3, "m"));
});

afterEach(() => {
	Object.assign(IDBObjectStore.prototype, { put, delete: remove });
	browser.storage.local.set = set;
	browser.alarms.create = create;
	vi.restoreAllMocks();
});

const { put, delete: remove } = IDBObjectStore.prototype;
const { create } = browser.alarms;
const { set } = browser.storage.local;
const restart = async () => {
	world = laterWorld(world.clock, offline);
	const background = createBackground(world);
	await background.start();
	return background;
};

/** Extension storage takes no list of sources any more; call what is answered to end that. */
function refuseLists(): () => void {
	browser.storage.local.set = async (items: Record<string, unknown>) => {
		if ("sources" in items) throw full;
		await set.call(browser.storage.local, items);
	};
	return () => {
		browser.storage.local.set = set;
	};
}
const refused = { ok: false, trouble: { code: "storage-full" } };

describe("a restore that is refused", () => {
	it("by the archive changes nothing, then or later", async () => {
		const { handlers } = await restart();
		await stageOrRefuse(file);
		IDBObjectStore.prototype.put = function (...args) {
			if (this.name === "shelves" && this.transaction.objectStoreNames.length > 5) throw full;
			return put.apply(this, args);
		};
		expect(await handlers.restoreBackup({ staged: "staged", way: "replace" })).toMatchObject(refused);
		IDBObjectStore.prototype.put = put;
		expect(await handlers.importFile(digest)).toMatchObject({ ok: true });
		await restart();
		expect(await sources()).toEqual(["Title of mine", "mine"]);
		expect((await readItems(["headlines"])).headlines).toHaveLength(4);
	});

	it("by extension storage ends before anything else is done, and is never repeated over that", async () => {
		const { handlers } = await restart();
		await stageOrRefuse(file);
		const makeRoom = refuseLists();
		expect(await handlers.restoreBackup({ staged: "staged", way: "replace" })).toMatchObject(refused);
		makeRoom();
		expect(await handlers.importFile(digest)).toMatchObject({ ok: true });
		expect(await handlers.changeSettings({ theme: "dark" })).toMatchObject({ ok: true });
		await restart();
		expect(await sources()).toEqual(["Title of a", "mine"]);
		const { settings, headlines } = await readItems(["settings", "headlines"]);
		expect(settings.theme).toBe("dark");
		expect(headlines).toHaveLength(7);
	});

	it("lets nothing be done on a half, by whoever waits for the store already or comes at the next start", async () => {
		const { handlers } = await restart();
		await stageOrRefuse(file);
		const makeRoom = refuseLists();
		const restoring = handlers.restoreBackup({ staged: "staged", way: "replace" });
		// It has been set up for them: the lock alone is in their way.
		const waiting = handlers.changeSettings({ theme: "dark" });
		expect(await restoring).toMatchObject(refused);
		expect(await waiting).toMatchObject(refused);
		const later = createBackground(laterWorld(world.clock, offline));
		expect(await later.handlers.changeSettings({ theme: "dark" })).toMatchObject(refused);
		makeRoom();
		expect(await later.handlers.changeSettings({ theme: "dark" })).toMatchObject({ ok: true });
		expect(await sources()).toEqual(["Title of a"]);
		expect((await readItems(["settings"])).settings.theme).toBe("dark");
	});

	it("by extension storage holds up nobody who starts again with an archive that doesn’t open any more", async () => {
		let isBroken = false;
		const { archive, ...later } = laterWorld(world.clock, offline);
		const { handlers } = createBackground({
			...later,
			archive: async () => {
				if (isBroken) throw new TroubleError("storage-broken");
				return archive();
			},
		});
		await handlers.ready(null);
		await stageOrRefuse(file);
		const makeRoom = refuseLists();
		await handlers.restoreBackup({ staged: "staged", way: "replace" });
		makeRoom();
		isBroken = true;
		const { deleteDatabase } = indexedDB;
		indexedDB.deleteDatabase = (name) => {
			isBroken = false;
			return deleteDatabase.call(indexedDB, name);
		};
		expect(await handlers.startAgain(null)).toMatchObject({ ok: true });
	});
});

describe("a restore that is done", () => {
	it("has told how far it had come, and that it has ended", async () => {
		const { handlers } = await restart();
		await stageOrRefuse(file);
		const told: unknown[] = [];
		watchItems(["restoring"], ({ restoring }) => told.push(restoring));
		await handlers.restoreBackup({ staged: "staged", way: "merge" });
		await vi.waitFor(() => expect(told.at(-1)).toBeNull());
		expect(told.length).toBeGreaterThan(1);
		expect(told[0]).toEqual({ done: 0, total: expect.any(Number) });
	});

	it("is answered so, whatever of what follows it is refused, and isn’t done twice", async () => {
		const { handlers } = await restart();
		await stageOrRefuse(file);
		browser.alarms.create = async () => {
			throw full;
		};
		expect(await handlers.restoreBackup({ staged: "staged", way: "replace" })).toMatchObject({
			ok: true,
			value: { headlines: 6 },
		});
		expect(await sources()).toEqual(["Title of a"]);
		const before = (await readSnapshots()).find(({ why }) => why === "restore");
		expect(await handlers.bringBack({ snapshot: before?.id ?? 0 })).toMatchObject({ ok: true });
		expect(await sources()).toEqual(["Title of mine"]);
		const reasons = (await readSnapshots()).map(({ why }) => why).filter((why) => why !== "day");
		expect(reasons.toSorted()).toEqual(["bring-back", "restore"]);
	});
});

describe("what was staged", () => {
	it("and can’t be forgotten once it is restored hinders nothing, and isn’t restored again", async () => {
		const { handlers } = await restart();
		await stageOrRefuse(file);
		IDBObjectStore.prototype.delete = function (...args) {
			if (this.name === "parts") throw full;
			return remove.apply(this, args);
		};
		const restored = await handlers.restoreBackup({ staged: "staged", way: "replace" });
		expect(restored).toMatchObject({ ok: true });
		expect(await handlers.importFile(digest)).toMatchObject({ ok: true });
		IDBObjectStore.prototype.delete = remove;
		await restart();
		expect(await sources()).toEqual(["Title of a", "mine"]);
		await stageOrRefuse(file, "next");
		expect(await readStaged("staged")).toBeUndefined();
	});

	it("by two pages at once is there whole for the one that began last, and refused to the other", async () => {
		const { facts, choices, parts } = await openBackup(file);
		let goOn = () => {};
		const paused = new Promise<void>((done) => {
			goOn = done;
		});
		let begun = () => {};
		const hasBegun = new Promise<void>((done) => {
			begun = done;
		});
		async function* slowly(): AsyncGenerator<BackupPart> {
			let nth = 0;
			for await (const part of parts(() => {})) {
				if (nth === 1) {
					begun();
					await paused;
				}
				nth += 1;
				yield part;
			}
		}
		const first = stage({ id: "first", facts, choices, former: [] }, slowly(), alone);
		await hasBegun;
		expect(await stageOrRefuse(file, "second")).toBe("second");
		goOn();
		expect(await first).toBe(false);
		const { handlers } = await restart();
		const gone = { ok: false, trouble: { code: "unknown-backup" } };
		expect(await handlers.restoreBackup({ staged: "first", way: "replace" })).toMatchObject(gone);
		const restored = await handlers.restoreBackup({ staged: "second", way: "replace" });
		expect(restored).toMatchObject({ ok: true, value: { headlines: 6 } });
	});

	it("gives way to another with the lock held alone, which a restore holds too", async () => {
		await stageOrRefuse(file, "first");
		let isFree = false;
		const staging = stageBackup(
			file,
			"second",
			() => {},
			async (work) => {
				isFree = (await readStaged("first")) !== undefined;
				return work();
			},
		);
		expect(await staging).toMatchObject({ ok: true });
		expect(isFree).toBe(true);
	});
});
