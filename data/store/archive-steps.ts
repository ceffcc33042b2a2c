import type { IDBPTransaction, StoreNames } from "idb";
import type { Archive, ArchiveSchema } from "./archive-schema";

/** The transaction that an archive is brought up to date in. */
export type Upgrade = IDBPTransaction<ArchiveSchema, StoreNames<ArchiveSchema>[], "versionchange">;

async function noteWhenSeen(upgrade: Upgrade): Promise<void> {
	for (
		let cursor = await upgrade.objectStore("headlines").openCursor();
		cursor;
		cursor = await cursor.continue()
	)
		await cursor.update({ ...cursor.value, seenAt: cursor.value.publishedAt });
}

async function noteSettled(upgrade: Upgrade): Promise<void> {
	for (let cursor = await upgrade.objectStore("marks").openCursor(); cursor; cursor = await cursor.continue())
		if (cursor.value.read !== undefined) await cursor.update({ ...cursor.value, settled: 1 });
}

/**
 * A step from one version to the next. It is pure: it knows nothing but the archive, and is always the same. It
 * awaits requests of the upgrade alone, which ends when it waits for anything else.
 */
export type Step = (archive: Archive, upgrade: Upgrade) => void | Promise<void>;

/** Step n takes the archive from version n to version n + 1; a step that was released never changes. */
export const STEPS: readonly Step[] = [
	(archive) => {
		const headlines = archive.createObjectStore("headlines", { keyPath: "id" });
		headlines.createIndex("newest", ["age", "id"]);
		headlines.createIndex("source", "source");
		headlines.createIndex("link", ["source", "link"]);
		archive.createObjectStore("articles", { keyPath: "id" });
		const marks = archive.createObjectStore("marks", { keyPath: "id" });
		marks.createIndex("source", "source");
		marks.createIndex("read", ["source", "read"]);
		marks.createIndex("saved", "saved");
		archive.createObjectStore("revisions", { autoIncrement: true }).createIndex("headline", "headline");
		archive.createObjectStore("removed", { keyPath: "id" });
		archive.createObjectStore("joining", { autoIncrement: true });
		archive.createObjectStore("meta");
	},
	(_archive, upgrade) => {
		const headlines = upgrade.objectStore("headlines");
		headlines.deleteIndex("source");
		// With the age, so that a source's newest headline and its days are found without reading the others.
		headlines.createIndex("source", ["source", "age"]);
	},
	async (archive, upgrade) => {
		const headlines = upgrade.objectStore("headlines");
		headlines.createIndex("seen", "seenAt");
		headlines.createIndex("mutedBy", "mutedBy", { multiEntry: true });
		headlines.createIndex("watchedBy", "watchedBy", { multiEntry: true });
		upgrade.objectStore("marks").createIndex("settled", ["source", "settled"]);
		archive.createObjectStore("news", { keyPath: "id" });
		archive.createObjectStore("notifications", { keyPath: "id" });
		await noteWhenSeen(upgrade);
		await noteSettled(upgrade);
	},
	(archive) => {
		archive.createObjectStore("icons", { keyPath: "id" }).createIndex("again", "again");
	},
	(archive) => {
		const fullTexts = archive.createObjectStore("fullTexts", { keyPath: "id" });
		fullTexts.createIndex("source", "source");
		fullTexts.createIndex("state", ["state", "at"]);
		archive.createObjectStore("places", { keyPath: "id" });
		archive
			.createObjectStore("pictures", { keyPath: ["headline", "url"] })
			.createIndex("headline", "headline");
	},
];
