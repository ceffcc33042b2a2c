import { beforeEach, describe, expect, it, vi } from "vitest";
import { DAY_MS } from "../../../data/model/durations";
import { restoreBackup } from "../../../data/refresh/restore-backup";
import { addSource, mark, removeSource, sweep } from "../../../data/store/acts";
import { bringBack } from "../../../data/store/bring-back";
import { readItems } from "../../../data/store/items";
import { prune } from "../../../data/store/prune";
import { readArticle } from "../../../data/store/read-article";
import { readSaved } from "../../../data/store/read-saved";
import { setUp } from "../../../data/store/set-up";
import { backUp, filesIn, stageOrRefuse, zipOf } from "../support/backups";
import { feedSource, stories } from "../support/store";
import { emptyWorld } from "../support/world";
import { filledWorld, idsOf, restored } from "./filled-world";

vi.mock("wxt/browser", () => import("../support/browser"));

let world: ReturnType<typeof emptyWorld>;
beforeEach(async () => {
	world = await filledWorld();
});

const broughtBack = async (id: number) => {
	const outcome = await bringBack(world, id);
	if (!outcome.ok) throw new Error(outcome.trouble.code);
	return outcome.value;
};

describe("what is saved of a source that was removed", () => {
	const savedOf = async (source: string) =>
		(await readSaved())
			.filter(({ headline }) => headline.source === source)
			.map(({ headline }) => headline.id);
	/** Saves one of the source, then removes that; answers the backup that is made a day later. */
	const backUpFormer = async () => {
		const id = (await readItems(["headlines"])).headlines.find(({ source }) => source === "b")?.id ?? "";
		await mark(world, await savedOf("b"), "unsaved");
		await mark(world, [id], "saved");
		await removeSource(world, "b");
		world.clock.now += DAY_MS;
		await sweep(world);
		return { id, ...(await backUp(world.now())) };
	};

	it("comes with the backup, and nothing else of it", async () => {
		const { id, file, facts } = await backUpFormer();
		expect(facts.counts).toMatchObject({ sources: 1, former: 1, headlines: 9 });
		const text = (await readArticle(id))?.article?.html;
		for (const way of ["merge", "replace"] as const) {
			world = emptyWorld();
			await setUp(world, async () => ({ source: feedSource("edition"), incoming: [] }));
			await stageOrRefuse(file);
			await restored(way, world);
			expect(await savedOf("b")).toEqual([id]);
			expect((await readArticle(id))?.article?.html).toBe(text);
			const { sources, former } = await readItems(["sources", "former"]);
			expect(sources.map((source) => source.id)).not.toContain("b");
			expect(former).toContainEqual({ id: "b", title: "Title of b" });
			await prune(world);
			expect(await savedOf("b")).toEqual([id]);
		}
	});

	it("is its own source's again where that is followed", async () => {
		const { id, file } = await backUpFormer();
		world = emptyWorld();
		await addSource(world, feedSource("b"), stories(2, "b"));
		await stageOrRefuse(file);
		await restored("merge", world);
		const { former, headlines } = await readItems(["former", "headlines"]);
		expect(former).toEqual([]);
		expect(headlines.map((headline) => headline.id)).toContain(id);
	});

	it("stays where a backup is put in place that doesn't know the source", async () => {
		const { file } = await backUp(world.now());
		world = emptyWorld();
		// It was seen here before the backup was made, which therefore could have known of it.
		world.clock.now -= DAY_MS;
		await addSource(world, feedSource("mine"), stories(3, "m"));
		const [id = ""] = await idsOf();
		await mark(world, [id], "saved");
		world.clock.now += 2 * DAY_MS;
		await stageOrRefuse(file);
		await restored("replace", world);
		world.clock.now += DAY_MS;
		await sweep(world);
		expect(await savedOf("mine")).toEqual([id]);
		expect((await readItems(["former"])).former).toEqual([{ id: "mine", title: "Title of mine" }]);
	});

	it("goes again where it is undone that a backup brought it", async () => {
		const { file } = await backUpFormer();
		world = emptyWorld();
		await addSource(world, feedSource("mine"), stories(3, "m"));
		world.clock.now += 2 * DAY_MS;
		await stageOrRefuse(file);
		const { undo } = await restored("merge", world);
		const brought = (await readSaved()).length;
		expect(brought).toBeGreaterThan(1);
		const { undo: again } = await broughtBack(undo);
		expect(await readSaved()).toEqual([]);
		await broughtBack(again);
		expect(await readSaved()).toHaveLength(brought);
	});

	it("is refused where a list of such sources would be more than storage can hold", async () => {
		const { file } = await backUp(world.now());
		const files = await filesIn(file);
		const many = Array.from({ length: 15_000 }, (_, n) => feedSource(`f${n}`, { title: "long ".repeat(50) }));
		const manifest = JSON.parse(files["backup.json"] ?? "");
		manifest.counts.former = many.length;
		const crowded = {
			...files,
			"backup.json": JSON.stringify(manifest),
			"former.json": JSON.stringify(many),
		};
		expect(await stageOrRefuse(zipOf(crowded))).toBe("staged");
		expect(await restoreBackup("staged", "merge", world)).toMatchObject({
			trouble: { code: "backup-crowded" },
		});
		expect(await stageOrRefuse(zipOf({ ...crowded, "former.json": "[]" }))).toBe("backup-incomplete");
	});
});
