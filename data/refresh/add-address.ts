import type { Added } from "../model/answers";
import { sourceId } from "../model/identity";
import type { Source } from "../model/source";
import { failed, fine, type Outcome } from "../model/trouble";
import { addSource } from "../store/acts";
import { countListed } from "../store/count-listed";
import { formerId } from "../store/former";
import { noteIcon } from "../store/icons";
import { readItems } from "../store/items";
import { readAddress } from "./address";
import { type Candidate, readOnly } from "./find/candidate";
import { locateFeeds } from "./find/locate";
import type { ReadFeed } from "./find/look";
import { offer } from "./find/offer";
import { keepAnswers } from "./keep";
import { learnt } from "./poll-source";
import type { World } from "./world";

/** The refusal of a feed's address that is followed already. */
async function refuseKnown(url: string): Promise<Outcome<never> | undefined> {
	const id = await sourceId("feed", url);
	const known = (await readItems(["sources"])).sources.find(
		(source) => source.id === id || source.url === url,
	);
	return known && failed("known-already", { about: known.title });
}

/** Adds a feed that has been read, with what polling has learnt of it. */
async function addFeed(url: string, { body, reading }: ReadFeed, world: World): Promise<Outcome<Added>> {
	const source: Source = {
		// One that is followed again has what is saved of it, though it had moved here before it was removed.
		id: (await formerId(await world.archive(), url)) ?? (await sourceId("feed", url)),
		kind: "feed",
		title: reading.title || new URL(url).hostname,
		url,
		...(reading.home !== undefined && { home: reading.home }),
		addedAt: world.now(),
	};
	await addSource(world, source, reading.incoming);
	const result = await learnt(body, reading, world.now());
	if (reading.icon !== undefined) await noteIcon(await world.archive(), source.id, reading.icon);
	await keepAnswers([{ source, polled: { result } }], world);
	// What was kept of it before its removal is there again.
	const headlines = await countListed(await world.archive(), source.id);
	return fine({ kind: "added", source, headlines });
}

async function addOnly(only: Candidate, pasted: URL, world: World): Promise<Outcome<Added>> {
	const refused = await refuseKnown(only.url);
	if (refused) return refused;
	const read = await readOnly(only, pasted, world);
	if (!read.ok) return read;
	return read.value.kind === "elsewhere" ? fine(read.value) : addFeed(only.url, read.value.feed, world);
}

/**
 * Adds what a person pasted: the address of a feed, or one that leads to a feed; where it leads to several,
 * the user chooses. The user has been asked for access to its host before, because that has to be done in a
 * click.
 */
export async function addAddress(text: string, world: World): Promise<Outcome<Added>> {
	const pasted = readAddress(text);
	if (!pasted) return failed("not-an-address", { about: text.trim() });
	const refused = await refuseKnown(pasted.href);
	if (refused) return refused;
	const located = await locateFeeds(pasted, world);
	if (!located.ok) return located;
	if (located.value.kind === "elsewhere") return fine(located.value);
	const { candidates } = located.value;
	const [only] = candidates;
	if (candidates.length === 1 && only) return addOnly(only, pasted, world);
	const offered = await offer(candidates, world);
	return offered.ok ? fine({ kind: "choose", feeds: offered.value }) : offered;
}
