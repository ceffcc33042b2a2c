import { beforeEach } from "vitest";
import { addSources } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { servedFeeds } from "../support/served-feeds";
import { feedSource } from "../support/store";
import { emptyWorld } from "../support/world";

/** Sources to refresh in the tests of the file that calls this: their server, and a world that is empty before each. */
export function servedSources() {
	const server = servedFeeds();
	/** A feed at the path of its id. */
	const source = (id: string) => feedSource(id, { url: server.url(`/${id}`) });
	const at = {
		server,
		/** A test may set another. */
		world: emptyWorld(),
		source,
		follow: (...ids: string[]) => addSources(at.world, ids.map(source)),
		titles: async () => (await readItems(["headlines"])).headlines.map(({ title }) => title).toSorted(),
		polls: async () => (await readItems(["polls"])).polls,
	};
	beforeEach(() => {
		at.world = emptyWorld();
	});
	return at;
}
