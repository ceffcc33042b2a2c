import type { Restored, RestoreWay } from "../model/backup";
import { fine, type Outcome } from "../model/trouble";
import { restore } from "../store/restore";
import { settleRules } from "../store/rules";
import { setNextAlarm } from "./alarms";
import { noteFresh } from "./fresh-sources";
import { settleNotify } from "./notify";
import type { World } from "./world";

/**
 * Restores a staged backup, and sees to it that everything follows at once: the rules' verdicts, what may notify,
 * which sources wait for permission, and when the next is due.
 */
export async function restoreBackup(id: string, way: RestoreWay, world: World): Promise<Outcome<Restored>> {
	const restored = await restore(world, id, way);
	if (!restored.ok) return restored;
	const { fresh, ...told } = restored.value;
	const hindered = await noteFresh(fresh, world);
	await settleRules(world);
	await settleNotify(world);
	await setNextAlarm(world);
	return fine({ ...told, waiting: hindered });
}
