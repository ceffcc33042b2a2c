import { beforeEach, vi } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../../data/model/durations";
import type { Incoming } from "../../../data/model/headline";
import type { Source } from "../../../data/model/source";
import { createFullTexts } from "../../../data/refresh/full-texts";
import { createHosts } from "../../../data/refresh/hosts";
import { addSource } from "../../../data/store/acts";
import { writeItems } from "../../../data/store/items";
import { readArticle } from "../../../data/store/read-article";
import type { Answer } from "../../support/feed-server";
import { PAGE_TEMPLATES } from "../../support/page-templates";
import { servedFeeds } from "../support/served-feeds";
import { feedSource, NOON, story } from "../support/store";
import { emptyWorld } from "../support/world";

/** When the feed of the headlines is next due. */
const FAR = NOON + 20 * HOUR_MS;

/** The whole text in {@link PAGE}. */
export const TEXT =
	"<p>The bridge was opened at noon, and many walked over it before the evening came.</p>".repeat(20);

/** A page with this text, in one of the layouts there are, as a server answers with it. */
export const pageOf = (html: string, layout = "blog"): Answer => ({
	body: PAGE_TEMPLATES[layout]?.({ title: "The bridge is open", html }) ?? "",
	contentType: "text/html; charset=utf-8",
});

/** One that a headline leads to. */
export const PAGE = pageOf(TEXT);

/** What the feed gives of it. */
export const SUMMARY: Partial<Incoming> = {
	title: "The bridge is open",
	html: "<p>It was opened at noon.</p>",
};

/** Headlines that lead to pages of a server, in a store that is empty before each test of the file that calls this. */
export function servedPages() {
	const server = servedFeeds();
	let world: ReturnType<typeof emptyWorld>;
	const want = vi.fn(async (_ids: readonly string[]) => {});
	beforeEach(() => {
		world = emptyWorld();
		want.mockClear();
	});
	return {
		server,
		get world() {
			return world;
		},
		/** Is told whose pictures are wanted. */
		want,
		/** Follows a source whose headlines lead to pages of the server; answers the headlines' ids, newest first. */
		async follow(
			paths: string[],
			{ source = {}, ...more }: Partial<Incoming> & { source?: Partial<Source> } = {},
		): Promise<string[]> {
			const stories = paths.map((path, place) =>
				story(path, { ...SUMMARY, url: server.url(path), publishedAt: NOON - place * MINUTE_MS, ...more }),
			);
			await addSource(world, feedSource("s", source), stories);
			// The feed itself isn't due for long.
			await writeItems({ polls: { s: { nextAt: FAR, failures: 0, outcome: "fresh" } } });
			const kept = await (await world.archive()).getAllFromIndex("headlines", "newest");
			return kept.map(({ id }) => id);
		},
		/** What fetches pages, as a background that has just started does it. */
		full: (more = {}) => createFullTexts({ ...world, ...more }, createHosts(), { want }),
		fullTextOf: async (id = "") => (await readArticle(id))?.fullText,
	};
}
