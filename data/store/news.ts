import type { HeadlineId } from "../model/headline";
import type { Archive, GivenNotification, KeptHeadline, News } from "./database";
import { openShelves } from "./shelves";

/** What waits to be told of, and the notifications of the last hour. */
export interface Newsroom {
	waiting: News[];
	given: GivenNotification[];
}

/** Reads what waits and what was given, of one moment. */
export async function readNewsroom(archive: Archive): Promise<Newsroom> {
	const reading = archive.transaction(["news", "notifications"]);
	const [waiting, given] = await Promise.all([
		reading.objectStore("news").getAll(),
		reading.objectStore("notifications").getAll(),
	]);
	return { waiting, given };
}

/** Of some headlines those that are still watched, unread and not muted, of sources that are there. */
export async function stillNews(archive: Archive, news: readonly News[]): Promise<KeptHeadline[]> {
	const reading = archive.transaction(["headlines", "shelves", "removed"]);
	const shelves = openShelves(reading.objectStore("shelves"));
	const removed = new Set(await reading.objectStore("removed").getAllKeys());
	const look = async ({ id }: News): Promise<KeptHeadline[]> => {
		const headline = await reading.objectStore("headlines").get(id);
		const isNews = headline?.watchedBy && !headline.mutedBy && !removed.has(headline.source);
		return isNews && (await shelves.of(headline))?.read === undefined ? [headline] : [];
	};
	return (await Promise.all(news.map(look))).flat();
}

/** Notes that a notification is given now, in place of waiting for it. The caller holds the lock. */
export async function noteGiven(archive: Archive, given: GivenNotification): Promise<void> {
	const writing = archive.transaction(["news", "notifications"], "readwrite");
	await Promise.all([
		...given.news.map(({ id }) => writing.objectStore("news").delete(id)),
		writing.objectStore("notifications").put(given),
		writing.done,
	]);
}

/** Notes that the browser has shown a notification. The caller holds the lock. */
export async function noteShown(archive: Archive, given: GivenNotification): Promise<void> {
	await archive.put("notifications", { ...given, news: [] });
}

/** Lets what a notification told of wait again, since the browser has never shown it. The caller holds the lock. */
export async function takeBack(archive: Archive, { id, news }: GivenNotification): Promise<void> {
	const writing = archive.transaction(["news", "notifications"], "readwrite");
	await Promise.all([
		...news.map((piece) => writing.objectStore("news").put(piece)),
		writing.objectStore("notifications").delete(id),
		writing.done,
	]);
}

/** Forgets headlines that wait, and notifications. The caller holds the lock. */
export async function forgetNews(
	archive: Archive,
	{ headlines = [], notifications = [] }: { headlines?: HeadlineId[]; notifications?: string[] },
): Promise<void> {
	const writing = archive.transaction(["news", "notifications"], "readwrite");
	await Promise.all([
		...headlines.map((id) => writing.objectStore("news").delete(id)),
		...notifications.map((id) => writing.objectStore("notifications").delete(id)),
		writing.done,
	]);
}
