import type { FeedServer } from "../../support/feed-server";
import { rss } from "../acts";

/** Numbers between 0 and 1 that a seed decides (mulberry32). */
function chanceOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** What happens around the extension. */
export interface World {
	/** A number between 0 and 1. */
	chance: () => number;
	/** A number that there wasn’t yet. */
	next: () => number;
	/** The address of another feed. */
	nextFeed: () => string;
}

/** A world whose feeds have something new each time that they are asked; the same seed makes the same choices in it. */
export function worldOf(feeds: FeedServer, seed: number): World {
	let count = 0;
	const next = () => ++count;
	return {
		chance: chanceOf(seed),
		next,
		nextFeed: () => {
			const title = `Feed ${next()}`;
			const path = `/${encodeURIComponent(title)}.xml`;
			const items: { title: string; description: string }[] = [];
			feeds.on(path, () => {
				items.unshift({ title: `${title}, story ${next()}`, description: "Its text." });
				return { body: rss(title, items.slice(0, 40)) };
			});
			return feeds.url(path);
		},
	};
}
