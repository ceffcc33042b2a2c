import { deleteDB, type IDBPDatabase, openDB } from "idb";
import { TroubleError } from "../model/trouble";
import type { Archive, ArchiveSchema } from "./archive-schema";
import { STEPS, type Upgrade } from "./archive-steps";

export type * from "./archive-schema";
export { isWhole, ofSource, sourcesIn, toHeadline, toHeadlines, toKept, toMark } from "./kept";

const NAME = "headline-ticker";
/** How long another context may hold on to an archive that is to be changed. */
const BLOCKED_MS = 5_000;
/** How often a page looks whether the background has brought the archive up to date, and for how long. */
const LOOK_AGAIN_MS = 100;
const LOOKS = 100;

/** Which version the archive on the disk has; 0 where there is none. */
export async function storedVersion(): Promise<number> {
	const databases = await indexedDB.databases();
	return databases.find(({ name }) => name === NAME)?.version ?? 0;
}

/** Opens an archive that is there, of whatever version, and leaves it as it is. */
export const openAsItIs = (): Promise<IDBPDatabase> => openDB(NAME);

/** What keeps an archive from being opened. */
function troubleOf(cause: unknown, failedStep: unknown): TroubleError {
	if (failedStep !== undefined) return new TroubleError("update-failed", failedStep);
	const isNewer = cause instanceof DOMException && cause.name === "VersionError";
	return new TroubleError(isNewer ? "storage-newer" : "storage-broken", cause);
}

/** Gives up what waits for other contexts for too long; what comes of it after all is let go. */
function unlessBlocked<T>(
	begin: (blocked: () => void) => Promise<T>,
	letGo: (late: T) => void = () => {},
): Promise<T> {
	return new Promise((resolve, reject) => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isGivenUp = false;
		const giveUp = () => {
			isGivenUp = true;
			reject(new TroubleError("storage-blocked"));
		};
		begin(() => {
			timer = setTimeout(giveUp, BLOCKED_MS);
		})
			.then((value) => (isGivenUp ? letGo(value) : resolve(value)), reject)
			.finally(() => clearTimeout(timer));
	});
}

/**
 * Opens the archive, makes it where there is none, and brings it up to date, all steps in one transaction: where
 * one fails, it stays as it was. For the background alone. It closes by itself when somebody waits to change or
 * delete it, and then `onClosed` is called, as it is when the browser closes it. Rejects with a
 * {@link TroubleError}.
 */
export function openUpToDate(onClosed: () => void, steps = STEPS): Promise<Archive> {
	let failedStep: unknown;
	const climb = async (archive: Archive, upgrade: Upgrade, from: number) => {
		for (const step of steps.slice(from)) await step(archive, upgrade);
	};
	const open = async (blocked: () => void) =>
		openDB<ArchiveSchema>(NAME, steps.length, {
			upgrade: (archive, from, _to, upgrade) => {
				// That it came to nothing is told by the opening itself.
				upgrade.done.catch(() => {});
				climb(archive, upgrade, from).catch((cause) => {
					failedStep = cause;
					upgrade.abort();
				});
			},
			blocked,
			blocking: (_current, _blocked, event) => {
				// An upgrade is announced to the connection itself, so the event's target is that connection.
				(event.target as IDBDatabase).close();
				onClosed();
			},
			terminated: onClosed,
		});
	return unlessBlocked(
		(blocked) =>
			open(blocked).catch((cause) => {
				throw troubleOf(cause, failedStep);
			}),
		(archive) => archive.close(),
	);
}

/** Deletes the archive. */
export const deleteArchive = (): Promise<void> =>
	unlessBlocked(async (blocked) => deleteDB(NAME, { blocked })).catch((cause) => {
		throw cause instanceof TroubleError ? cause : new TroubleError("storage-broken", cause);
	});

/** Opens the archive where it is there and up to date. */
async function openIfReady(): Promise<Archive | undefined> {
	const version = await storedVersion();
	if (version > STEPS.length) throw new TroubleError("storage-newer");
	if (version < STEPS.length) return undefined;
	let isGone = false;
	const opening = openDB<ArchiveSchema>(NAME, version, {
		// It was deleted a moment ago, and what would be made here instead would be empty.
		upgrade: (_archive, _from, _to, upgrade) => {
			isGone = true;
			upgrade.done.catch(() => {});
			upgrade.abort();
		},
		// A deletion is announced to the connection itself here too.
		blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
	});
	return opening.catch((cause) => {
		if (isGone) return undefined;
		throw cause;
	});
}

/**
 * Opens the archive for a page, which closes it when it has read what it wants. A page changes nothing: it waits
 * for the background to make it or to bring it up to date, and rejects where that takes too long.
 */
export async function openArchive(): Promise<Archive> {
	for (let look = 0; look < LOOKS; look += 1) {
		const archive = await openIfReady();
		if (archive) return archive;
		await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
	}
	throw new TroubleError("storage-blocked");
}

/** Reads something from the archive, for a page. */
export async function withArchive<T>(read: (archive: Archive) => Promise<T>): Promise<T> {
	const archive = await openArchive();
	try {
		return await read(archive);
	} finally {
		archive.close();
	}
}
