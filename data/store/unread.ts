import { type Archive, ofSource } from "./database";

/**
 * How many headlines of the whole archive are unread, those of removed sources and muted ones left out. It is
 * counted by indexes, and so never walks the headlines.
 */
export async function countUnread(archive: Archive): Promise<number> {
	const reading = archive.transaction(["headlines", "marks", "removed"]);
	const headlines = reading.objectStore("headlines");
	const settled = reading.objectStore("marks").index("settled");
	const [all, allSettled, removed] = await Promise.all([
		headlines.count(),
		settled.count(),
		reading.objectStore("removed").getAllKeys(),
	]);
	const hidden = await Promise.all(
		removed.map(async (source) => {
			const all = ofSource(source);
			return (await headlines.index("source").count(all)) - (await settled.count(all));
		}),
	);
	return hidden.reduce((count, unread) => count - unread, all - allSettled);
}
