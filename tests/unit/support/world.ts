import type { FetchedPage } from "../../../data/refresh/extract";
import type { World } from "../../../data/refresh/world";
import { emptyStore, reopened } from "./store";

/** A world with an empty store and the real network; every host may be read, but for what is told. */
export function emptyWorld(more: Partial<World> = {}) {
	return inWorld(emptyStore(), more);
}

/** The same storage as another background would find it, some time later. */
export function laterWorld(clock: { now: number }, more: Partial<World> = {}) {
	return inWorld(reopened(clock), more);
}

const inWorld = (store: ReturnType<typeof emptyStore>, more: Partial<World>) => ({
	...store,
	fetch,
	isOnline: () => true,
	random: () => 0,
	hasAccess: async () => true,
	// Nothing here can draw: an icon is what came.
	drawIcon: async (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`,
	extract: (page: FetchedPage) => import("./extract").then(({ extract }) => extract(page)),
	// No DOM is needed for what tests write.
	findPictures: async ({ html }: { html: string }) =>
		[...html.matchAll(/<img src="([^"]+)"/g)].map(([, url = ""]) => url),
	rememberLook: async () => {},
	pageSpacingMs: 0,
	timeoutMs: 1000,
	...more,
});

/** A small RSS 2.0 feed with an item for each title. */
export const rss = (titles: readonly string[], channel = "A feed"): string => `<?xml version="1.0"?>
<rss version="2.0"><channel><title>${channel}</title><link>http://site.example/</link>
${titles
	.map(
		(title) =>
			`<item><guid isPermaLink="false">${title}</guid><title>${title}</title>
			<pubDate>Thu, 24 Jul 2025 08:00:00 GMT</pubDate></item>`,
	)
	.join("\n")}
</channel></rss>`;
