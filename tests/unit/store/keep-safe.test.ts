import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DAY_MS } from "@/data/model/durations";
import { addSource } from "@/data/store/acts";
import { readItems } from "@/data/store/items";
import { keepSafe } from "@/data/store/keep-safe";
import { readSnapshots } from "@/data/store/safe";
import { takeSnapshotBefore } from "@/data/store/take-snapshot";
import { emptyStore, feedSource, stories, story } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

const YEAR_MS = 365 * DAY_MS;
const { add } = IDBObjectStore.prototype;
const { delete: remove } = IDBObjectStore.prototype;

let store: ReturnType<typeof emptyStore>;
beforeEach(async () => {
	vi.spyOn(console, "error").mockImplementation(() => {});
	store = emptyStore();
	await addSource(store, feedSource("a", { kind: "digest" }), stories(3, "a"));
	await addSource(store, feedSource("old", { kind: "digest" }), [story("old", { publishedAt: 1 })]);
	store.clock.now += 2 * YEAR_MS;
});
afterEach(() => {
	IDBObjectStore.prototype.add = add;
	IDBObjectStore.prototype.delete = remove;
	vi.restoreAllMocks();
});

/** No snapshot can be kept, until a headline is deleted or for good. */
function fillSafe({ untilPruned }: { untilPruned: boolean }) {
	let isFull = true;
	IDBObjectStore.prototype.add = function (...args) {
		if (isFull && this.name === "squeezed") throw new DOMException("Full.", "QuotaExceededError");
		return add.apply(this, args);
	};
	IDBObjectStore.prototype.delete = function (...args) {
		if (untilPruned && this.name === "headlines") isFull = false;
		return remove.apply(this, args);
	};
}

const kept = async () => (await (await store.archive()).getAllKeys("headlines")).length;

describe("safekeeping", () => {
	it("prunes and looks through the archive though no snapshot can be kept, and says that there is no room", async () => {
		fillSafe({ untilPruned: false });
		await expect(keepSafe(store)).rejects.toThrow(/QuotaExceededError: Full\./);
		expect(await kept()).toBe(0);
		const { health, checkDueAt } = await readItems(["health", "checkDueAt"]);
		expect(health).toBe("storage-full");
		expect(checkDueAt).toBeGreaterThan(store.now());
	});

	it("takes its snapshot when pruning has made room for it", async () => {
		fillSafe({ untilPruned: true });
		await keepSafe(store);
		expect(await readSnapshots()).toHaveLength(1);
		expect((await readItems(["health"])).health).toBeNull();
	});

	it("says where an import or a removal had to go on without a snapshot", async () => {
		fillSafe({ untilPruned: false });
		await takeSnapshotBefore(store, "import");
		expect((await readItems(["health"])).health).toBe("storage-full");
	});
});
