import { browser } from "wxt/browser";
import { firstEnd } from "../model/rule";
import { readItems } from "../store/items";
import { RESTORABLE_MS, readRemoved } from "../store/membership";
import { nextDueAt } from "./due";
import type { World } from "./world";

/** The one alarm: at the next time that anything is due. */
const ALARM = "refresh";
/** The browsers don't ring sooner than this. */
const SOONEST_MS = 30_000;
/** How often to look whether one is back online. */
const OFFLINE_MS = 60_000;
/** When a wake-up that was cut short is tried again. */
const RETRY_MS = 60_000;

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

/**
 * Sets the alarm to the next time that a feed is due, a rule runs out or a removed source is to be swept out, by what is
 * stored; unsets it where there is nothing to come.
 */
export async function setNextAlarm(world: World): Promise<void> {
	const now = world.now();
	const { sources, polls, settings, rules } = await readItems(["sources", "polls", "settings", "rules"]);
	const removed = await readRemoved(await world.archive());
	const dueAt = nextDueAt(sources, polls, { refreshMinutes: settings.refreshMinutes, now });
	const times = removed.map(({ removedAt }) => removedAt + RESTORABLE_MS);
	const next = Math.min(
		dueAt ?? Number.POSITIVE_INFINITY,
		firstEnd(rules) ?? Number.POSITIVE_INFINITY,
		...times,
	);
	// Whether one is back online a sleeping worker isn't told, so it wakes now and then to see.
	const soonest = now + (world.isOnline() ? SOONEST_MS : OFFLINE_MS);
	if (Number.isFinite(next)) await browser.alarms.create(ALARM, { when: Math.max(next, soonest) });
	else await browser.alarms.clear(ALARM);
}
