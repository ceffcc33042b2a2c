import type { Incoming } from "../model/headline";
import { DEFAULT_SETTINGS } from "../model/settings";
import type { Source } from "../model/source";
import { publish } from "./act";
import { showBadge } from "./badge";
import { checkSmallStores } from "./check-archive";
import { checkItems } from "./check-items";
import { hasItem, readItems, writeItems } from "./items";
import { bringBackLost } from "./lost-sources";
import { settleSources } from "./membership";
import { merge } from "./merge";
import { settleOwed } from "./owed";
import { settleLastLook } from "./popup-opened";
import { lacksEdition, noteEdition, recover } from "./recover";
import type { Store } from "./store";

/** A source with what it holds. */
export interface Seed {
	source: Source;
	incoming: readonly Incoming[];
}

/**
 * Brings the store to a state that every other act can rely on, at each start of the background. At the
 * first start it keeps the seed; later it sets aside what is damaged, brings back what is lost, and finishes
 * whatever a stopped background left unfinished. It can be repeated, and stopped, at any point.
 */
export function setUp(store: Store, seed: () => Promise<Seed>): Promise<void> {
	return store.lock(async () => {
		const archive = await store.archive();
		const now = store.now();
		await checkItems(now);
		await checkSmallStores(archive, now);
		await recover(archive, now);
		if (!(await hasItem("sources"))) {
			const { source, incoming } = await seed();
			await merge(archive, source, incoming, { now, join: true });
		} else if (await lacksEdition(archive)) {
			const { sources } = await readItems(["sources"]);
			const { source, incoming } = await seed();
			const kept = sources.find(({ id }) => id === source.id);
			if (kept) await merge(archive, kept, incoming, { now });
			await noteEdition(archive);
		}
		await settleOwed(archive);
		await settleLastLook(archive, now);
		if (!(await hasItem("settings"))) await writeItems({ settings: DEFAULT_SETTINGS });
		await bringBackLost(archive, await settleSources(archive), now);
		await publish(store, archive);
		// The browser may have forgotten the badge since the front was published.
		await showBadge(store);
	});
}
