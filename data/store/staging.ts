import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { BackupChoices, BackupFacts, BackupKind, BackupPart, RestoreWay } from "../model/backup";
import type { Polls } from "../model/source";
import { squeeze } from "./gzip";
import type { Squeezed } from "./safe";

/** What was chosen, and what polling had learnt, before a backup was restored. */
export interface ChosenBefore extends BackupChoices {
	polls: Polls;
}

/** That a backup is to be restored, and how. */
export interface RestoreOrder {
	way: RestoreWay;
	before: ChosenBefore;
}

/** A backup that has been looked through and can be restored. */
export interface Staged {
	/** By which its page knows it again. */
	id: string;
	facts: BackupFacts;
	choices: BackupChoices;
	/** There once it is restored. */
	order?: RestoreOrder;
}

/** A part as it is staged: JSON that is squeezed. */
export interface StagedPart {
	kind: BackupKind;
	squeezed: Squeezed;
}

interface StagingSchema extends DBSchema {
	staged: { key: "now"; value: Staged };
	/** Its parts in their order, by whose they are: two pages may be at it. */
	parts: { key: [id: string, place: number]; value: StagedPart };
}

type Staging = IDBPDatabase<StagingSchema>;

const NAME = "headline-ticker-restore";

/** Does something with the database, which is opened for it: it is seldom needed. */
async function withStaging<T>(work: (staging: Staging) => Promise<T>): Promise<T> {
	const staging = await openDB<StagingSchema>(NAME, 1, {
		upgrade: (made) => {
			made.createObjectStore("staged");
			made.createObjectStore("parts");
		},
	});
	try {
		return await work(staging);
	} finally {
		staging.close();
	}
}

/** Forgets the backup that is staged, whosever it is. */
export const clearStaging = (): Promise<void> =>
	withStaging(async (staging) => {
		const writing = staging.transaction(["staged", "parts"], "readwrite");
		await Promise.all([
			writing.objectStore("staged").clear(),
			writing.objectStore("parts").clear(),
			writing.done,
		]);
	});

/**
 * Stages a backup in place of any other: a page looks through it part by part, and the background restores it
 * from there. It is there once all parts are; where one fails, nothing is.
 */
export async function stage(
	{ id, facts, choices }: Omit<Staged, "order">,
	parts: AsyncIterable<BackupPart>,
): Promise<void> {
	await clearStaging();
	try {
		await withStaging(async (staging) => {
			let place = 0;
			for await (const { kind, records } of parts) {
				await staging.add("parts", { kind, squeezed: await squeeze(records) }, [id, place]);
				place += 1;
			}
			await staging.put("staged", { id, facts, choices }, "now");
		});
	} catch (cause) {
		await clearStaging();
		throw cause;
	}
}

/** What is staged, without its parts; undefined where nothing is. */
export const readStaged = (): Promise<Staged | undefined> =>
	withStaging((staging) => staging.get("staged", "now"));

/** The parts of what is staged under an id. */
export const readStagedParts = (id: string): Promise<StagedPart[]> =>
	withStaging((staging) => staging.getAll("parts", IDBKeyRange.bound([id], [id, []])));

/** Notes how what is staged is to be restored. */
export const orderRestore = (staged: Staged, order: RestoreOrder): Promise<unknown> =>
	withStaging((staging) => staging.put("staged", { ...staged, order }, "now"));
