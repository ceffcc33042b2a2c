import { expect, test, vi } from "vitest";
import { makeBackup } from "../../../../data/refresh/make-backup";
import { addSource } from "../../../../data/store/acts";
import { stageOrRefuse } from "../../support/backups";
import { emptyStore, feedSource, stories } from "../../support/store";

vi.mock("wxt/browser", () => import("../../support/browser"));
const limits = vi.hoisted(() => ({
	ENTRY_LIMIT: 20_000,
	FILE_LIMIT: 512_000_000,
	TOTAL_LIMIT: 4_000_000_000,
}));
vi.mock("../../../../data/formats/backup/limits", async (original) => ({
	...(await original<typeof import("../../../../data/formats/backup/limits")>()),
	get ENTRY_LIMIT() {
		return limits.ENTRY_LIMIT;
	},
	get FILE_LIMIT() {
		return limits.FILE_LIMIT;
	},
	get TOTAL_LIMIT() {
		return limits.TOTAL_LIMIT;
	},
}));

test.each([
	["files", { ENTRY_LIMIT: 6 }],
	["bytes", { FILE_LIMIT: 1_500 }],
	["bytes when it is unpacked", { TOTAL_LIMIT: 1_000 }],
])("no backup is made that has more %s than can be restored", async (_, lower) => {
	const store = emptyStore();
	await addSource(store, feedSource("a"), stories(5, "a"));
	const make = () => makeBackup({ now: store.now(), product: "9.9.9" }, () => {});
	const made = await make();
	if (!made.ok) throw new Error(made.trouble.code);
	const before = { ...limits };
	Object.assign(limits, lower);
	expect(await make()).toEqual({ ok: false, trouble: { code: "backup-outgrown" } });
	// The same bounds hold for what is read.
	expect(await stageOrRefuse(made.value.file)).toMatch(/^backup-(crowded|too-big|bomb)$/);
	Object.assign(limits, before);
	expect(await stageOrRefuse(made.value.file)).toBe("staged");
});
