import { browser } from "wxt/browser";
import { MINUTE_MS } from "../model/durations";
import { firstEnd } from "../model/rule";
import { nextWantedAt } from "../model/wanted-pictures";
import { readItems, writeItems } from "../store/items";
import { RESTORABLE_MS, readRemoved } from "../store/membership";
import { nextFullTextAt } from "../store/wanted-texts";
import { nextDueAt } from "./due";
import { nextTellingAt } from "./notify";
import type { World } from "./world";

/** The one alarm: at the next time that anything is due. */
const ALARM = "refresh";
/** The browsers don't ring sooner than this. */
const SOONEST_MS = 30_000;
/** How often to look whether one is back online. */
const OFFLINE_MS = MINUTE_MS;
/** When a wake-up that was cut short is tried again. */
const RETRY_MS = MINUTE_MS;

/** Calls back at each alarm. Must be called synchronously at worker start. */
export function onAlarm(callBack: () => void): void {
	browser.alarms.onAlarm.addListener(({ name }) => {
		if (name === ALARM) callBack();
	});
}

/** Sets the alarm to ring in a minute, for the case that the work that begins now is cut short. */
export async function setRetryAlarm(now: number): Promise<void> {
	await browser.alarms.create(ALARM, { when: now + RETRY_MS });
}

/** When anything but a feed is due, in milliseconds since 1970, in no order. */
async function otherTimes(world: World): Promise<number[]> {
	const archive = await world.archive();
	const [removed, tellingAt, fullTextAt, { rules, sync, picturesWanted }] = await Promise.all([
		readRemoved(archive),
		nextTellingAt(world),
		nextFullTextAt(archive),
		readItems(["rules", "sync", "picturesWanted"]),
	]);
	return [
		...removed.filter(({ former }) => !former).map(({ removedAt }) => removedAt + RESTORABLE_MS),
		...[
			tellingAt,
			fullTextAt,
			firstEnd(rules),
			sync?.dueAt ?? undefined,
			nextWantedAt(picturesWanted),
		].filter((time) => time !== undefined),
	];
}

async function setAlarm(world: World): Promise<void> {
	const now = world.now();
	const items = await readItems(["sources", "polls", "settings", "nextLookAt"]);
	const { refreshMinutes } = items.settings;
	const dueAt = nextDueAt(items.sources, items.polls, { refreshMinutes, now });
	// Whether one is back online a sleeping worker isn't told, so it wakes now and then to see.
	const soonest = now + (world.isOnline() ? SOONEST_MS : OFFLINE_MS);
	const nextLookAt = dueAt === undefined ? null : Math.max(dueAt, soonest);
	if (nextLookAt !== items.nextLookAt) await writeItems({ nextLookAt });
	const next = Math.min(nextLookAt ?? Number.POSITIVE_INFINITY, ...(await otherTimes(world)));
	if (Number.isFinite(next)) await browser.alarms.create(ALARM, { when: Math.max(next, soonest) });
	else await browser.alarms.clear(ALARM);
}

/** What sets the alarm in a world now, or did so last. */
const setting = new WeakMap<World, Promise<void>>();

/**
 * Sets the alarm to the next time that anything is due, by what is stored: a feed, a removed source that is
 * to be swept out, a rule that runs out, watched headlines that couldn't be told of, a page that is to be
 * fetched ahead, pictures that are to be kept, or something that is to be synced. Unsets it where there is nothing to
 * come. Publishes when the next feed is due. Whoever asks meanwhile comes after: what was read before must not have the
 * last word.
 */
export function setNextAlarm(world: World): Promise<void> {
	const before = setting.get(world) ?? Promise.resolve();
	const after = before.catch(() => {}).then(() => setAlarm(world));
	setting.set(world, after);
	return after;
}
