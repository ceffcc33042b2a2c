import { type Archive, ofSource } from "./database";

/**
 * How many headlines of the whole archive are unread, those of removed sources left out. It is counted by
 * indexes, and so never walks the headlines.
 */
export async function countUnread(archive: Archive): Promise<number> {
	const reading = archive.transaction(["headlines", "marks", "removed"]);
	const headlines = reading.objectStore("headlines");
	const read = reading.objectStore("marks").index("read");
	const [all, allRead, removed] = await Promise.all([
		headlines.count(),
		read.count(),
		reading.objectStore("removed").getAllKeys(),
	]);
	const hidden = await Promise.all(
		removed.map(async (source) => {
			const all = ofSource(source);
			return (await headlines.index("source").count(all)) - (await read.count(all));
		}),
	);
	return hidden.reduce((count, unread) => count - unread, all - allRead);
}
