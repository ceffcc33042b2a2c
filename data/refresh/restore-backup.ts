import type { Restored, RestoreWay } from "../model/backup";
import type { Polls, Source } from "../model/source";
import { fine, type Outcome } from "../model/trouble";
import { readItems, writeItems } from "../store/items";
import { restore } from "../store/restore";
import { settleRules } from "../store/rules";
import { setNextAlarm } from "./alarms";
import { spreadNew } from "./due";
import { settleNotify } from "./notify";
import type { World } from "./world";

/** The feeds of some sources whose hosts may not be asked. */
async function hinderedOf(sources: readonly Source[], { hasAccess }: World): Promise<Source[]> {
	const asked = await Promise.all(
		sources.map(async ({ kind, url }) => kind !== "feed" || url === undefined || (await hasAccess(url))),
	);
	return sources.filter((_, place) => !asked[place]);
}

/** The polls with those of sources that have come, of which some wait for the user's permission. */
function withFresh(polls: Polls, fresh: readonly Source[], hindered: readonly Source[], now: number): Polls {
	const waiting = hindered.map(
		({ id }) => [id, { nextAt: now, failures: 0, outcome: "permission-needed" }] as const,
	);
	const feeds = fresh.filter((source) => source.kind === "feed" && !hindered.includes(source));
	return { ...spreadNew(polls, feeds, now), ...Object.fromEntries(waiting) };
}

/**
 * Restores a staged backup, and sees to it that everything follows at once: the rules' verdicts, what may notify,
 * which sources wait for permission, and when the next is due.
 */
export async function restoreBackup(id: string, way: RestoreWay, world: World): Promise<Outcome<Restored>> {
	const restored = await restore(world, id, way);
	if (!restored.ok) return restored;
	const { fresh, ...told } = restored.value;
	const hindered = await hinderedOf(fresh, world);
	await world.lock(async () => {
		const { polls } = await readItems(["polls"]);
		await writeItems({ polls: withFresh(polls, fresh, hindered, world.now()) });
	});
	await settleRules(world);
	await settleNotify(world);
	await setNextAlarm(world);
	return fine({ ...told, waiting: hindered.length });
}
