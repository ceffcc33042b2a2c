import type { Polls } from "../model/source";
import { isWeb } from "../model/web-address";
import { sweep } from "../store/acts";
import { type Items, readItems, writeItems } from "../store/items";
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

/** Changes what polling knows, and does whatever is due by that. */
async function wakeWith(
	change: (known: Pick<Items, "sources" | "polls">) => Polls | Promise<Polls>,
	world: World,
	refresher: Refresher,
): Promise<void> {
	await world.lock(async () => {
		await writeItems({ polls: await change(await readItems(["sources", "polls"])) });
	});
	await wake(world, refresher);
}

/** Makes feeds due that were hindered by something that is over now, and asks them. */
export const wakeHindered = (
	hindrance: "offline" | "permission-needed",
	world: World,
	refresher: Refresher,
): Promise<void> => wakeWith(({ polls }) => dueAgain(polls, hindrance, world.now()), world, refresher);

/** Makes feeds due that may not be read any more, so that they say so at once; nothing is asked of them. */
export const wakeRevoked = (world: World, refresher: Refresher): Promise<void> =>
	wakeWith(
		async ({ sources, polls }) => {
			const due = { ...polls };
			for (const { id, url = "" } of sources) {
				const poll = polls[id];
				if (!poll || poll.outcome === "permission-needed" || !isWeb(url)) continue;
				if (!(await world.hasAccess(url))) due[id] = { ...poll, nextAt: world.now() };
			}
			return due;
		},
		world,
		refresher,
	);
