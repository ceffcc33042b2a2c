import { beforeEach, describe, expect, it, vi } from "vitest";
import { restoreBackup } from "../../../data/refresh/restore-backup";
import { addSource, changeSettings, mark } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { keepPlace } from "../../../data/store/places";
import { addRule, settleRules } from "../../../data/store/rules";
import { setUp } from "../../../data/store/set-up";
import { backUp, everythingIn, stageOrRefuse } from "../support/backups";
import { button } from "../support/browser";
import { feedSource, stories, story } from "../support/store";
import { emptyWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const noSeed = () => Promise.reject(new Error("There is no need of a seed."));

let world: ReturnType<typeof emptyWorld>;
const idsOf = async () => (await readItems(["headlines"])).headlines.map(({ id }) => id);

async function fill() {
	await addSource(world, feedSource("a", { group: "One" }), stories(8, "a"));
	await addSource(world, feedSource("b"), [...stories(4, "b"), story("wide", { language: "ru" })]);
	await addSource(world, feedSource("b"), [story("b1", { title: "Story b1, edited" })]);
	const ids = await idsOf();
	await mark(world, ids.slice(0, 4), "read");
	await mark(world, ids.slice(3, 6), "saved");
	await mark(world, ids.slice(5, 7), "shown");
	await keepPlace(await world.archive(), ids[2] ?? "", { read: 0.5, heard: { x: 3 } }, world.now());
	await addRule(world, { act: "mute", match: { kind: "words", text: "a2" }, where: "title" });
	await addRule(world, { act: "watch", match: { kind: "words", text: "Text of a5" }, where: "text" });
	await settleRules(world);
	await changeSettings(world, { theme: "dark", wordsPerMinute: 240 });
	await setUp(world, noSeed);
}

beforeEach(async () => {
	world = emptyWorld();
	await fill();
});

describe("a backup", () => {
	it("brings all back into an empty store, with front, counts and badge", async () => {
		const before = await everythingIn(world);
		const badge = button.text;
		const { file, facts, leftOut } = await backUp(world.now());
		expect(leftOut).toBe(0);
		expect(facts.counts).toMatchObject({ sources: 2, rules: 2, headlines: 13, saved: 3, revisions: 1 });
		world = emptyWorld();
		await setUp(world, async () => ({ source: feedSource("edition"), incoming: stories(2, "e") }));
		expect(await stageOrRefuse(file)).toBe("staged");
		const restored = await restoreBackup("staged", "replace", world);
		expect(restored).toMatchObject({ ok: true, value: { headlines: 13, sources: 2, waiting: 0 } });
		const archive = await world.archive();
		for (const key of await archive.getAllKeysFromIndex(
			"headlines",
			"source",
			IDBKeyRange.bound(["edition"], ["edition", []]),
		))
			await archive.delete("headlines", key);
		const after = await everythingIn(world);
		for (const one of [before, after]) delete (one as { articles?: unknown[] }).articles;
		expect(after).toEqual(before);
		expect(button.text).toBe(badge);
	});
});
