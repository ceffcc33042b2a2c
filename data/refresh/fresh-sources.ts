import type { Polls, Source } from "../model/source";
import { readItems, writeItems } from "../store/items";
import { spreadNew } from "./due";
import type { World } from "./world";

/** The feeds of some sources whose hosts may not be asked. */
async function hinderedOf(
	sources: readonly Source[],
	{ hasAccess }: Pick<World, "hasAccess">,
): Promise<Source[]> {
	const asked = await Promise.all(
		sources.map(async ({ kind, url }) => kind !== "feed" || url === undefined || (await hasAccess(url))),
	);
	return sources.filter((_, place) => !asked[place]);
}

/** The polls with those of sources that have come, of which some wait for the user's permission. */
function withFresh(polls: Polls, fresh: readonly Source[], hindered: readonly Source[], now: number): Polls {
	const waiting = hindered.map(
		({ id }) => [id, { nextAt: now, failures: 0, outcome: "permission-needed" }] as const,
	);
	const feeds = fresh.filter((source) => source.kind === "feed" && !hindered.includes(source));
	return { ...spreadNew(polls, feeds, now), ...Object.fromEntries(waiting) };
}

/**
 * Notes when sources are first asked that have come in other ways than by being added here, and which of them wait
 * for the user's permission, as Sources says; answers how many those are.
 */
export async function noteFresh(
	fresh: readonly Source[],
	world: Pick<World, "hasAccess" | "lock" | "now">,
): Promise<number> {
	const hindered = await hinderedOf(fresh, world);
	await world.lock(async () => {
		const { polls } = await readItems(["polls"]);
		await writeItems({ polls: withFresh(polls, fresh, hindered, world.now()) });
	});
	return hindered.length;
}
