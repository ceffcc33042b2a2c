import type { Source } from "../model/source";
import { setNextAlarm } from "./alarms";
import { noteFresh } from "./fresh-sources";
import { settleNotify } from "./notify";
import type { World } from "./world";

/**
 * Sees to it that what the user had chosen is followed where all of it has been brought back: what may notify, which
 * of the sources that came wait for permission, and when the next is due. Answers how many wait. Never rejects: what
 * was brought back is, and the next wake-up does what is refused of this.
 */
export async function followChoices(fresh: readonly Source[], world: World): Promise<number> {
	let waiting = 0;
	try {
		waiting = await noteFresh(fresh, world);
		await settleNotify(world);
		await setNextAlarm(world);
	} catch (cause) {
		console.error("What was brought back isn’t followed yet.", cause);
	}
	return waiting;
}
