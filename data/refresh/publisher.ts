import { publish } from "../store/act";
import type { World } from "./world";

/** While feeds are being asked, the front is published no more often than this. */
const INTERVAL_MS = 1000;

/** Publishes what refreshing has changed. */
export interface Publisher {
	/** Says that the archive has changed. */
	note: () => void;
	/** Publishes what was noted: at once, or if something was published just now, a little later. */
	publishSoon: () => Promise<void>;
	/** Publishes what was noted. */
	publishNow: () => Promise<void>;
}

/**
 * A publisher for the life of one background. Publishing costs the same for one new headline as for a
 * hundred, so many that come one by one are published together. Should the background be stopped before, or
 * storage refuse, the next act or start finds by the archive's revision that the front is behind.
 */
export function createPublisher(world: World): Publisher {
	let isBehind = false;
	let publishedAt = Number.NEGATIVE_INFINITY;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const publishNow = async () => {
		clearTimeout(timer);
		timer = undefined;
		if (!isBehind) return;
		isBehind = false;
		publishedAt = world.now();
		try {
			await world.lock(async () => publish(world, await world.archive()));
		} catch (cause) {
			isBehind = true;
			console.error("New headlines could not be published.", cause);
		}
	};

	return {
		note: () => {
			isBehind = true;
		},
		publishSoon: async () => {
			if (world.now() - publishedAt >= INTERVAL_MS) await publishNow();
			else if (isBehind) timer ??= setTimeout(() => void publishNow(), INTERVAL_MS);
		},
		publishNow,
	};
}
