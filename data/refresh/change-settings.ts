import { keepsLess } from "../model/retention";
import { changedSettings, type Settings, type SettingsChange } from "../model/settings";
import { changeSettings as keepSettings } from "../store/acts";
import { readItems, writeItems } from "../store/items";
import { takeSnapshotBefore } from "../store/take-snapshot";
import { settleNotify } from "./notify";
import { reschedule } from "./schedule";
import type { World } from "./world";

/**
 * Changes some settings; a new refresh interval holds for every feed at once, and nothing is set to notify
 * that the browser doesn't let. Where less is to be kept, a snapshot is taken first. Answers all settings.
 */
export async function changeSettings(changes: SettingsChange, world: World): Promise<Settings> {
	const { settings } = await readItems(["settings"]);
	const { retention } = changedSettings(settings, changes);
	if (keepsLess(retention, settings.retention)) await takeSnapshotBefore(world, "removal");
	await keepSettings(world, changes);
	if (changes.notify) await settleNotify(world);
	if (changes.refreshMinutes !== undefined) await keepToInterval(world);
	return (await readItems(["settings"])).settings;
}

/** Has every feed that answers well keep to the interval that is set now. */
export function keepToInterval(world: World): Promise<void> {
	return world.lock(async () => {
		const { polls, settings } = await readItems(["polls", "settings"]);
		const { refreshMinutes } = settings;
		const times = { refreshMinutes, now: world.now(), random: world.random };
		await writeItems({ polls: reschedule(polls, times) });
	});
}
