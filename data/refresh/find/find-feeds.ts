import type { Found } from "../../model/answers";
import { failed, fine, type Outcome } from "../../model/trouble";
import { readAddress } from "../address";
import type { World } from "../world";
import { readOnly } from "./candidate";
import { locateFeeds } from "./locate";
import { offer, previewOf } from "./offer";

/**
 * Finds the feeds behind what somebody pasted, and looks into them where that is allowed. Nothing is added
 * and nothing is stored.
 */
export async function findFeeds(text: string, world: World): Promise<Outcome<Found>> {
	const pasted = readAddress(text);
	if (!pasted) return failed("not-an-address", { about: text.trim() });
	const located = await locateFeeds(pasted, world);
	if (!located.ok) return located;
	if (located.value.kind === "elsewhere") return fine(located.value);
	const { candidates } = located.value;
	const [only] = candidates;
	if (candidates.length > 1 || !only) {
		const offered = await offer(candidates, world);
		return offered.ok ? fine({ kind: "found", feeds: offered.value }) : offered;
	}
	const read = await readOnly(only, pasted, world);
	if (!read.ok) return read;
	if (read.value.kind === "elsewhere") return fine(read.value);
	return fine({ kind: "found", feeds: await previewOf([{ ...only, feed: read.value.feed }]) });
}
