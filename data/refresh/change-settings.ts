import type { Settings, SettingsChange } from "../model/settings";
import { changeSettings as keepSettings } from "../store/acts";
import { readItems, writeItems } from "../store/items";
import { settleNotify } from "./notify";
import { reschedule } from "./schedule";
import type { World } from "./world";

/**
 * Changes some settings; a new refresh interval holds for every feed at once, and nothing is set to notify
 * that the browser doesn't let. Answers all settings.
 */
export async function changeSettings(changes: SettingsChange, world: World): Promise<Settings> {
	await keepSettings(world, changes);
	if (changes.notify) await settleNotify(world);
	const { settings } = await readItems(["settings"]);
	if (changes.refreshMinutes === undefined) return settings;
	await world.lock(async () => {
		const { polls } = await readItems(["polls"]);
		const { refreshMinutes } = settings;
		const times = { refreshMinutes, now: world.now(), random: world.random };
		await writeItems({ polls: reschedule(polls, times) });
	});
	return settings;
}
