import type { SourceId } from "../model/headline";
import type { Polls, Source } from "../model/source";
import { changeMembers } from "../store/change-members";
import type { Archive } from "../store/database";
import { readItems, writeItems } from "../store/items";
import { noteChanges } from "../store/membership";
import type { Times } from "./next-time";
import type { World } from "./world";

/** What polling knows, opened for writing: whoever has it may change `polls` and `changed`. */
export interface Ledger {
	archive: Archive;
	sources: ReadonlyMap<SourceId, Source>;
	polls: Polls;
	/** Sources that are to be changed to this. */
	changed: Source[];
	times: Times;
	/** Whether watched headlines that come now are to be told of. */
	tell: boolean;
}

async function open(world: World): Promise<Ledger> {
	const { sources, polls, settings } = await readItems(["sources", "polls", "settings"]);
	return {
		archive: await world.archive(),
		sources: new Map(sources.map((source) => [source.id, source])),
		polls,
		changed: [],
		times: { refreshMinutes: settings.refreshMinutes, now: world.now(), random: world.random },
		tell: settings.notify,
	};
}

async function close({ archive, sources, polls, changed }: Ledger): Promise<void> {
	if (changed.length > 0) await changeMembers(archive, () => noteChanges(archive, changed));
	// Of sources that were removed nothing need be known any more.
	await writeItems({ polls: Object.fromEntries(Object.entries(polls).filter(([id]) => sources.has(id))) });
}

/** Opens the ledger for some work, with the lock held, and stores what has become of it. */
export function withLedger<T>(world: World, work: (ledger: Ledger) => Promise<T>): Promise<T> {
	return world.lock(async () => {
		const ledger = await open(world);
		const value = await work(ledger);
		await close(ledger);
		return value;
	});
}
