import type { Look } from "../model/first-paint";
import { keysOf, readParts, type SyncItems } from "../model/sync/parts";
import { type Share, shareOf } from "../model/sync/share";
import {
	joining,
	REFUSED_MS,
	type SyncStatus,
	WRITE_GAP_MS,
	withChange,
	writableAt,
} from "../model/sync/status";
import { readItems, writeItems } from "../store/items";
import { type ProfileArea, profileArea } from "../store/profile-area";
import { settleRules } from "../store/rules";
import { type TakenIn, takeInProfile } from "../store/take-in-profile";
import { setNextAlarm } from "./alarms";
import { keepToInterval } from "./change-settings";
import { noteFresh } from "./fresh-sources";
import { settleNotify } from "./notify";
import type { World } from "./world";

const newDevice = () => crypto.randomUUID().replaceAll("-", "").slice(0, 12);

/** Tells the next page how to look, where that isn't as before; a page that is open does so itself. */
async function settleLook(before: Look, world: World): Promise<void> {
	const { settings } = await readItems(["settings"]);
	if (settings.theme === before.theme && settings.tickerMode === before.tickerMode) return;
	// What isn't told is seen once, by the next page, before it has read storage.
	await world
		.rememberLook(settings)
		.catch((cause) => console.error("The next page could not be told how to look.", cause));
}

/** Sees to it that everything follows at once what has come. */
async function settle({ fresh, settings, rules }: TakenIn, before: Look, world: World): Promise<void> {
	if (fresh.length > 0) await noteFresh(fresh, world);
	if (rules) await settleRules(world);
	if (!settings) return;
	await keepToInterval(world);
	await settleNotify(world);
	await settleLook(before, world);
}

/** Writes what this device has to say; answers how that went. */
async function write(
	area: ProfileArea,
	share: Share & { kind: "write" },
	status: SyncStatus,
	now: number,
): Promise<SyncStatus> {
	const tried = { ...status, triedAt: now };
	// Whoever is stopped in the middle tries again, and not at once.
	await writeItems({ sync: { ...tried, dueAt: now + WRITE_GAP_MS } });
	try {
		// First what goes, so that there is room; until the rest is written, the others say what it said.
		if (share.gone.length > 0) await area.remove(share.gone);
		await area.set(share.items);
		return { ...tried, dueAt: null, writtenAt: now, trouble: null };
	} catch (cause) {
		console.error("The browser refused what is to be synced.", cause);
		return { ...tried, dueAt: now + REFUSED_MS, trouble: "sync-refused" };
	}
}

/** Writes what this device has to say, where that differs from what it said, as soon as it may. */
async function say(
	area: ProfileArea,
	items: SyncItems,
	{ state }: TakenIn,
	status: SyncStatus,
	now: number,
): Promise<SyncStatus> {
	const share = shareOf(state, { device: status.device, parts: readParts(items), items, now });
	if (share.kind === "same") return { ...status, dueAt: null, trouble: null };
	if (share.kind === "crowded") return { ...status, dueAt: null, trouble: "sync-crowded" };
	const at = status.trouble === "sync-refused" ? (status.dueAt ?? now) : writableAt(status, now);
	return at <= now ? write(area, share, status, now) : { ...status, dueAt: at };
}

/** Takes what this device said out of what is synced, and leaves all on it as it is. */
async function leave(area: ProfileArea | undefined, { device }: SyncStatus): Promise<void> {
	const gone = keysOf((await area?.get()) ?? {}, device);
	if (gone.length > 0) await area?.remove(gone);
	await writeItems({ sync: null, syncLog: null });
}

async function follow(world: World): Promise<void> {
	const area = profileArea();
	const { settings, sync, syncLog } = await readItems(["settings", "sync", "syncLog"]);
	if (!settings.sync) return sync ? leave(area, sync) : undefined;
	const status = sync ?? joining(newDevice());
	if (!area) return writeItems({ sync: { ...status, trouble: "sync-missing" } });
	const items = await area.get().catch((cause) => {
		console.error("The browser can’t say what is synced.", cause);
	});
	if (!items) {
		const dueAt = world.now() + REFUSED_MS;
		// What was refused isn't tried again any sooner because of this.
		const trouble = status.trouble === "sync-refused" ? status.trouble : "sync-unread";
		await writeItems({ sync: { ...status, dueAt, trouble } });
		// A removed feed that is forgotten before it was noted would come back from the others.
		if (syncLog) await settle(await takeInProfile(world, []), settings, world);
		return setNextAlarm(world);
	}
	const taken = await takeInProfile(world, readParts(items));
	await settle(taken, settings, world);
	const now = world.now();
	await writeItems({ sync: await say(area, items, taken, { ...status, readAt: now }, now) });
	await setNextAlarm(world);
}

/** What follows the browser's profile, where the user has turned that on; see docs/sync.md. */
export interface ProfileFollower {
	/** Notes that something may have changed, so that it is written soon. */
	note: () => Promise<void>;
	/** Takes in what others say, and writes what this device has to say, as soon as that may be. */
	follow: () => Promise<void>;
}

/** Follows the profile one time after another: while one goes on, however many ask for it get one more. */
export function createProfileFollower(world: World): ProfileFollower {
	let running: Promise<void> | undefined;
	let next: Promise<void> | undefined;
	const noteNow = async () => {
		const { settings, sync } = await readItems(["settings", "sync"]);
		if (!settings.sync || !sync) return;
		const status = withChange(sync, world.now());
		if (status === sync) return;
		await writeItems({ sync: status });
		await setNextAlarm(world);
	};
	const begin = (): Promise<void> => {
		next = undefined;
		running = follow(world).finally(() => {
			running = undefined;
		});
		return running;
	};
	return {
		follow: () => {
			if (!running) return begin();
			next ??= running.then(begin, begin);
			return next;
		},
		// What is noted while one goes on would be written over by its end.
		note: async () => {
			if (!running) return noteNow();
			const report = (cause: unknown) => console.error("A change waits to be synced.", cause);
			void running.then(noteNow, noteNow).catch(report);
		},
	};
}
