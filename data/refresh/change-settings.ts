import type { Settings } from "../model/settings";
import { changeSettings as keepSettings } from "../store/acts";
import { readItems, writeItems } from "../store/items";
import { reschedule } from "./schedule";
import type { World } from "./world";

/** Changes some settings; a new refresh interval holds for every feed at once. Answers all settings. */
export async function changeSettings(changes: Partial<Settings>, world: World): Promise<Settings> {
	const settings = await keepSettings(world, changes);
	if (changes.refreshMinutes === undefined) return settings;
	await world.lock(async () => {
		const { polls } = await readItems(["polls"]);
		const { refreshMinutes } = settings;
		const times = { refreshMinutes, now: world.now(), random: world.random };
		await writeItems({ polls: reschedule(polls, times) });
	});
	return settings;
}
