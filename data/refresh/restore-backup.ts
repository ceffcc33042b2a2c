import type { Restored, RestoreWay } from "../model/backup";
import { fine, type Outcome } from "../model/trouble";
import { restore } from "../store/restore";
import { settleRules } from "../store/rules";
import { followChoices } from "./follow-choices";
import type { World } from "./world";

/**
 * Restores a staged backup, and sees to it that everything follows at once, the rules' verdicts too. Once it is
 * restored, that is what it answers: where any of the rest is refused, the next wake-up does it.
 */
export async function restoreBackup(id: string, way: RestoreWay, world: World): Promise<Outcome<Restored>> {
	const restored = await restore(world, id, way);
	if (!restored.ok) return restored;
	const { fresh, ...told } = restored.value;
	await settleRules(world).catch((cause) => console.error("Judging was cut short.", cause));
	return fine({ ...told, waiting: await followChoices(fresh, world) });
}
