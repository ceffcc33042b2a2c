import type { Incoming } from "../model/headline";
import type { Source } from "../model/source";
import { publish } from "./act";
import { showBadge } from "./badge";
import { hasItem } from "./items";
import { settleSources } from "./membership";
import { merge } from "./merge";
import type { Store } from "./store";

/** A source with what it holds. */
export interface Seed {
	source: Source;
	incoming: readonly Incoming[];
}

/**
 * Brings the store to a state that every other act can rely on, at each start of the background. At the
 * first start it keeps the seed; later it finishes whatever a stopped background left unfinished. It can be
 * repeated, and stopped, at any point.
 */
export function setUp(store: Store, seed: () => Promise<Seed>): Promise<void> {
	return store.lock(async () => {
		const archive = await store.archive();
		if (!(await hasItem("sources"))) {
			const { source, incoming } = await seed();
			await merge(archive, source, incoming, { now: store.now(), join: true });
		}
		await settleSources(archive);
		await publish(store, archive);
		// The browser may have forgotten the badge since the front was published.
		await showBadge();
	});
}
