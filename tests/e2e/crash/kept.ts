/** A headline, as far as a crash could tear it. */
interface KeptHeadline {
	id: string;
	title: string;
	source: string;
	publishedAt: number;
	age: number;
	link?: string;
	mutedBy?: string[];
}

/** A mark, as far as a crash could tear it. */
interface KeptMark {
	id: string;
	source: string;
	read: number | undefined;
	saved: number | undefined;
	shown: number | undefined;
	muted: boolean;
	waits: boolean;
}

/** What is kept of one source, in columns, as far as a crash could tear it. */
interface KeptShelf {
	source: string;
	ids: string[];
	read?: (number | null)[];
	saved?: (number | null)[];
	shown?: (number | null)[];
	muted?: (1 | null)[];
	waits?: (1 | null)[];
}

/** All that is stored and shown, read in one go. */
export interface Kept {
	archive: {
		version: number;
		headlines: KeptHeadline[];
		marks: KeptMark[];
		articles: string[];
		removed: string[];
		joining: number;
	};
	front: {
		headlines: { id: string }[];
		marks: Record<string, { read?: number; saved?: number }>;
		ticker: { unread: number; kept: number };
		sources: { id: string; url?: string; title: string }[];
		settings: { wordsPerMinute: number };
	};
	badge: string;
}

/** Reads all that is kept; runs in a page of the extension, and changes nothing. */
export async function readKept(): Promise<Kept> {
	const database = await new Promise<IDBDatabase>((done, failed) => {
		const opening = indexedDB.open("headline-ticker");
		opening.onsuccess = () => done(opening.result);
		opening.onerror = () => failed(opening.error);
	});
	try {
		const reading = database.transaction(["headlines", "shelves", "articles", "removed", "joining"]);
		const all = <T>(request: IDBRequest<T>) =>
			new Promise<T>((done, failed) => {
				request.onsuccess = () => done(request.result);
				request.onerror = () => failed(request.error);
			});
		const [headlines, shelves, articles, removed, joining] = await Promise.all([
			all(reading.objectStore("headlines").getAll()),
			all<KeptShelf[]>(reading.objectStore("shelves").getAll()),
			all(reading.objectStore("articles").getAllKeys()),
			all(reading.objectStore("removed").getAllKeys()),
			all(reading.objectStore("joining").count()),
		]);
		const marks = shelves.flatMap(({ source, ids, read, saved, shown, muted, waits }) =>
			ids.map(
				(id, place): KeptMark => ({
					id,
					source,
					read: read?.[place] ?? undefined,
					saved: saved?.[place] ?? undefined,
					shown: shown?.[place] ?? undefined,
					muted: muted?.[place] === 1,
					waits: waits?.[place] === 1,
				}),
			),
		);
		const stored = await chrome.storage.local.get(["headlines", "marks", "ticker", "sources", "settings"]);
		return {
			archive: {
				version: database.version,
				headlines,
				marks,
				articles: articles.map(String),
				removed: removed.map(String),
				joining,
			},
			// What the product itself writes under these keys; the checks are what finds out whether that holds.
			front: stored as unknown as Kept["front"],
			badge: await chrome.action.getBadgeText({}),
		};
	} finally {
		database.close();
	}
}
