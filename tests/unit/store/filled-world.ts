import type { RestoreWay } from "../../../data/model/backup";
import type { HeadlineId, SourceId } from "../../../data/model/headline";
import { restoreBackup } from "../../../data/refresh/restore-backup";
import type { World } from "../../../data/refresh/world";
import { addSource, changeSettings, mark } from "../../../data/store/acts";
import { keepFullTexts } from "../../../data/store/full-texts";
import { readItems } from "../../../data/store/items";
import { keepPlace } from "../../../data/store/places";
import { addRule, settleRules } from "../../../data/store/rules";
import { setUp } from "../../../data/store/set-up";
import type { Store } from "../../../data/store/store";
import { feedSource, noSeed, stories, story } from "../support/store";
import { emptyWorld } from "../support/world";

/** The headlines on the front, the newest first. */
export const idsOf = async () => (await readItems(["headlines"])).headlines.map(({ id }) => id);

/** Keeps the whole texts that a headline's page gave, one after another. */
export async function keepWholeTexts(
	store: Store,
	id: HeadlineId,
	source: SourceId,
	texts: readonly string[],
) {
	const archive = await store.archive();
	for (const [place, html] of texts.entries())
		await keepFullTexts(archive, [{ id, source, at: store.now() + place, state: "there", html }]);
}

/** A world of two sources, in which a good deal was done. */
export async function filledWorld() {
	const world = emptyWorld();
	await addSource(world, feedSource("a", { group: "One" }), stories(8, "a"));
	await addSource(world, feedSource("b"), [...stories(4, "b"), story("wide", { language: "ru" })]);
	await addSource(world, feedSource("b"), [story("b1", { title: "Story b1, edited" })]);
	const ids = await idsOf();
	await mark(world, ids.slice(0, 4), "read");
	await mark(world, ids.slice(3, 6), "saved");
	await mark(world, ids.slice(5, 7), "shown");
	await keepPlace(await world.archive(), ids[2] ?? "", { read: 0.5, heard: { x: 3 } }, world.now());
	await keepWholeTexts(world, ids[3] ?? "", "b", [
		"<p>Whole.",
		"<p>Whole and edited.",
		"<p>Whole and edited again.",
	]);
	await addRule(world, { act: "mute", match: { kind: "words", text: "a2" }, where: "title" });
	await addRule(world, { act: "watch", match: { kind: "words", text: "Text of a5" }, where: "text" });
	await settleRules(world);
	await changeSettings(world, { theme: "dark", wordsPerMinute: 240 });
	await setUp(world, noSeed);
	return world;
}

/** Restores what is staged; answers what came of it. */
export async function restored(way: RestoreWay, world: World) {
	const outcome = await restoreBackup("staged", way, world);
	if (!outcome.ok) throw new Error(outcome.trouble.code);
	return outcome.value;
}
