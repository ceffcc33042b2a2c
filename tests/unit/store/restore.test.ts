import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBackground } from "../../../data/background";
import { openBackup } from "../../../data/formats/backup/read";
import type { BackupPart } from "../../../data/model/backup";
import { TroubleError } from "../../../data/model/trouble";
import { stageBackup } from "../../../data/refresh/stage-backup";
import { addSource } from "../../../data/store/acts";
import { readItems, writeItems } from "../../../data/store/items";
import { setUp } from "../../../data/store/set-up";
import { clearStaging, orderRestore, readStaged, stage } from "../../../data/store/staging";
import { takeSnapshot } from "../../../data/store/take-snapshot";
import { alone, backUp, everythingIn, stageOrRefuse } from "../support/backups";
import { browser } from "../support/browser";
import { feedSource, stories } from "../support/store";
import { emptyWorld, laterWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const offline = { hasAccess: async () => false, isOnline: () => false };
const noSeed = () => Promise.reject(new Error("There is no need of a seed."));
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
	vi.restoreAllMocks();
});

const { put, delete: remove } = IDBObjectStore.prototype;
const { set } = browser.storage.local;
const restart = async () => {
	world = laterWorld(world.clock, offline);
	const background = createBackground(world);
	await background.start();
	return background;
};

/** Both storages refuse what a restore ends with, and what it is taken back with; call what is answered to end that. */
function refuseBoth(): () => void {
	IDBObjectStore.prototype.put = function (...args) {
		if (this.name === "shelves" && this.transaction.objectStoreNames.length > 5) throw full;
		return put.apply(this, args);
	};
	browser.storage.local.set = async (items: Record<string, unknown>) => {
		if (items.restoring === null) throw full;
		await set.call(browser.storage.local, items);
	};
	return () => {
		IDBObjectStore.prototype.put = put;
		browser.storage.local.set = set;
	};
}

describe("a restore that neither ends nor is taken back", () => {
	it("ends before anything else is done, and is never repeated over that", async () => {
		const { handlers } = await restart();
		await stageOrRefuse(file);
		const makeRoom = refuseBoth();
		const restored = await handlers.restoreBackup({ staged: "staged", way: "replace" });
		expect(restored).toMatchObject({ ok: false, trouble: { code: "storage-full" } });
		makeRoom();
		expect(await handlers.importFile(digest)).toMatchObject({ ok: true });
		expect(await handlers.changeSettings({ theme: "dark" })).toMatchObject({ ok: true });
		expect(await sources()).toEqual(["Title of a", "mine"]);
		await restart();
		expect(await sources()).toEqual(["Title of a", "mine"]);
		const { settings, restoring, headlines } = await readItems(["settings", "restoring", "headlines"]);
		expect(settings.theme).toBe("dark");
		expect(restoring).toBeNull();
		expect(headlines).toHaveLength(7);
	});

	it("lets nothing else be done while neither can be stored, at this start and at the next", async () => {
		const { handlers } = await restart();
		await stageOrRefuse(file);
		const makeRoom = refuseBoth();
		await handlers.restoreBackup({ staged: "staged", way: "replace" });
		const refused = { ok: false, trouble: { code: "storage-full" } };
		expect(await handlers.changeSettings({ theme: "dark" })).toMatchObject(refused);
		const later = createBackground(laterWorld(world.clock, offline));
		expect(await later.handlers.changeSettings({ theme: "dark" })).toMatchObject(refused);
		const health = async () => (await readItems(["health"])).health;
		await vi.waitFor(async () => expect(await health()).toBe("storage-full"));
		makeRoom();
		expect(await later.handlers.changeSettings({ theme: "dark" })).toMatchObject({ ok: true });
		expect(await sources()).toEqual(["Title of a"]);
	});

	it("is no other with a snapshot that is brought back", async () => {
		const { handlers } = await restart();
		const { id } = await takeSnapshot(world, "asked");
		browser.storage.local.set = async (items: Record<string, unknown>) => {
			if (items.bringingBack === false) throw full;
			await set.call(browser.storage.local, items);
		};
		expect(await handlers.bringBack({ snapshot: id })).toMatchObject({ ok: false });
		browser.storage.local.set = set;
		await handlers.importFile(digest);
		await restart();
		expect(await sources()).toEqual(["Title of mine", "mine"]);
	});

	it("holds up nobody who starts again with an archive that doesn’t open any more", async () => {
		let isBroken = false;
		const { archive, ...later } = laterWorld(world.clock, offline);
		const { handlers } = createBackground({
			...later,
			archive: async () => {
				if (!isBroken) return archive();
				isBroken = false;
				throw new TroubleError("storage-broken");
			},
		});
		await stageOrRefuse(file);
		const makeRoom = refuseBoth();
		await handlers.restoreBackup({ staged: "staged", way: "replace" });
		makeRoom();
		isBroken = true;
		expect(await handlers.startAgain(null)).toMatchObject({ ok: true });
		expect(await sources()).toEqual(["Title of a"]);
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
		const first = stage({ id: "first", facts, choices }, slowly(), alone);
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

/** What a background leaves that was stopped before it came to the archive. */
async function beginReplacing(): Promise<void> {
	await stageOrRefuse(file);
	const staged = await readStaged("staged");
	if (!staged) throw new Error("Nothing is staged.");
	const before = await readItems(["sources", "settings", "rules", "polls"]);
	await takeSnapshot(world, "restore");
	await orderRestore(staged, { way: "replace", before });
	await writeItems({ ...staged.choices, polls: {}, restoring: staged.id });
}

describe("a restore that a stopped background has begun", () => {
	it("ends though a page has chosen another file since", async () => {
		await beginReplacing();
		expect(await stageOrRefuse(file, "other")).toBe("other");
		await restart();
		const { headlines, damage } = await readItems(["headlines", "damage"]);
		expect(headlines).toHaveLength(6);
		expect(damage).toBeNull();
		expect(await readStaged("other")).toBeDefined();
	});

	it("is taken back by the snapshot before it, and that is said, where what was staged is gone", async () => {
		await setUp(world, noSeed);
		const before = await everythingIn(world);
		await beginReplacing();
		await clearStaging("staged");
		await restart();
		expect(await everythingIn(world)).toEqual(before);
		expect((await readItems(["damage"])).damage).toBe("restore-undone");
	});

	it("says that it was cut short where the snapshot is gone too", async () => {
		await beginReplacing();
		await clearStaging("staged");
		world.clock.now += 1;
		await takeSnapshot(world, "asked");
		await restart();
		expect(await readItems(["damage", "restoring"])).toEqual({ damage: "restore-lost", restoring: null });
	});
});
