import { isWeb } from "../model/web-address";
import { sweep } from "../store/acts";
import { readItems, writeItems } from "../store/items";
import { expireRules, settleRules } from "../store/rules";
import { setNextAlarm, setRetryAlarm } from "./alarms";
import { notify } from "./notify";
import type { Refresher } from "./refresher";
import { dueAgain } from "./schedule";
import type { World } from "./world";

/** Does whatever is due, but asks nobody while offline, and sets the alarm for what is due next. */
export async function wake(world: World, refresher: Refresher): Promise<void> {
	await setRetryAlarm(world.now());
	await sweep(world);
	await expireRules(world);
	await settleRules(world);
	if (world.isOnline()) await refresher.refreshDue();
	await notify(world);
	await setNextAlarm(world);
}

/** Makes feeds due that were hindered by something that is over now, and asks them. */
export async function wakeHindered(
	hindrance: "offline" | "permission-needed",
	world: World,
	refresher: Refresher,
): Promise<void> {
	await world.lock(async () => {
		const { polls } = await readItems(["polls"]);
		await writeItems({ polls: dueAgain(polls, hindrance, world.now()) });
	});
	await wake(world, refresher);
}

/** Makes feeds due that may not be read any more, so that they say so at once; nothing is asked of them. */
export async function wakeRevoked(world: World, refresher: Refresher): Promise<void> {
	await world.lock(async () => {
		const { sources, polls } = await readItems(["sources", "polls"]);
		const due = { ...polls };
		for (const { id, url = "" } of sources) {
			const poll = polls[id];
			if (!poll || poll.outcome === "permission-needed" || !isWeb(url)) continue;
			if (!(await world.hasAccess(url))) due[id] = { ...poll, nextAt: world.now() };
		}
		await writeItems({ polls: due });
	});
	await wake(world, refresher);
}
