import { HOUR_MS } from "../model/durations";
import { composeNotice, isOfThisHour, mayTellAt, type Told } from "../model/notification";
import { quietEndsAt } from "../model/quiet-hours";
import type { QuietHours } from "../model/settings";
import { changeSettings } from "../store/acts";
import type { Archive } from "../store/database";
import { readItems } from "../store/items";
import {
	forgetNews,
	type Newsroom,
	noteGiven,
	noteShown,
	readNewsroom,
	stillNews,
	takeBack,
} from "../store/news";
import type { Store } from "../store/store";
import { mayNotify, show, shownNow } from "./notifications";

/** What couldn't be told for so long, though it might have been, is no news any more. */
const STALE_MS = 12 * HOUR_MS;

/**
 * Brings the setting to what the browser allows: without its permission nothing can notify, and the switch
 * says so. Answers whether anything may.
 */
export async function settleNotify(store: Store): Promise<boolean> {
	const { settings } = await readItems(["settings"]);
	if (!settings.notify) return false;
	if (await mayNotify()) return true;
	await changeSettings(store, { notify: false });
	return false;
}

/**
 * Finishes what a stopped background has begun: of each notification that it was about to give, the browser
 * knows whether it did.
 */
async function finish(archive: Archive): Promise<void> {
	const { given } = await readNewsroom(archive);
	const unsure = given.filter(({ news }) => news.length > 0);
	if (unsure.length === 0) return;
	const shown = new Set(await shownNow());
	for (const one of unsure) await (shown.has(one.id) ? noteShown(archive, one) : takeBack(archive, one));
}

/** Forgets what is stale, and the notifications of earlier hours; answers what is left. */
async function prune(archive: Archive, now: number, quiet: QuietHours | null): Promise<Newsroom> {
	const { waiting, given } = await readNewsroom(archive);
	// What has come in quiet hours has waited only since they ended, or a long night's would never be told.
	const isFresh = ({ at }: { at: number }) => (quietEndsAt(quiet, at) ?? at) > now - STALE_MS;
	const news = new Set((await stillNews(archive, waiting.filter(isFresh))).map(({ id }) => id));
	const isRecent = ({ at }: { at: number }) => isOfThisHour(at, now);
	await forgetNews(archive, {
		headlines: waiting.map(({ id }) => id).filter((id) => !news.has(id)),
		notifications: given.filter((one) => !isRecent(one)).map(({ id }) => id),
	});
	return { waiting: waiting.filter(({ id }) => news.has(id)), given: given.filter(isRecent) };
}

/** The headlines that wait, as a notification tells them, the newest first. */
async function toTold(archive: Archive, { waiting }: Newsroom): Promise<Told[]> {
	const { sources } = await readItems(["sources"]);
	const titles = new Map(sources.map(({ id, title }) => [id, title]));
	return (await stillNews(archive, waiting))
		.toSorted((a, b) => b.publishedAt - a.publishedAt)
		.map(({ id, title, source }) => ({ id, title, sourceTitle: titles.get(source) ?? "" }));
}

async function tell(archive: Archive, now: number): Promise<void> {
	await finish(archive);
	const { settings } = await readItems(["settings"]);
	const newsroom = await prune(archive, now, settings.quietHours);
	const given = newsroom.given.map(({ at }) => at);
	const [first, ...others] = await toTold(archive, newsroom);
	if (!first || mayTellAt(given, settings, now) > now) return;
	const notice = composeNotice([first, ...others], now);
	const giving = { id: notice.id, at: now, news: newsroom.waiting };
	// Noted before and after: whoever finds only the first note asks the browser which it was.
	await noteGiven(archive, giving);
	await show(notice);
	await noteShown(archive, giving);
}

/**
 * Tells of the watched headlines that refreshing has brought, in one notification, where the user wants that
 * and it is neither quiet nor too often; otherwise they wait. Never rejects: a refresh is no worse for it.
 */
export async function notify(store: Store): Promise<void> {
	try {
		const isWanted = await settleNotify(store);
		await store.lock(async () => {
			const archive = await store.archive();
			if (isWanted) return tell(archive, store.now());
			const { waiting } = await readNewsroom(archive);
			if (waiting.length > 0) await forgetNews(archive, { headlines: waiting.map(({ id }) => id) });
		});
	} catch (cause) {
		console.error("Nothing could be told of watched headlines.", cause);
	}
}

/**
 * When watched headlines that wait may be told of, in milliseconds since 1970; undefined where none wait, or the user
 * doesn't want to be told.
 */
export async function nextTellingAt(store: Store): Promise<number | undefined> {
	const { settings } = await readItems(["settings"]);
	if (!settings.notify) return undefined;
	const { waiting, given } = await readNewsroom(await store.archive());
	if (waiting.length === 0 && given.every(({ news }) => news.length === 0)) return undefined;
	return mayTellAt(
		given.map(({ at }) => at),
		settings,
		store.now(),
	);
}
