import { BackupError } from "../formats/backup/backup-error";
import { beginBackup } from "../formats/backup/write";
import type { BackupFacts, Steps } from "../model/backup";
import { datedFileName } from "../model/file-name";
import { failed, fine, type Outcome } from "../model/trouble";
import { readFormer } from "../store/former";
import { readItems } from "../store/items";
import { readEverything } from "../store/read-everything";

/** A backup that was made. */
export interface MadeBackup {
	file: File;
	facts: BackupFacts;
	/** How many records were too damaged to be in it. */
	leftOut: number;
}

/**
 * Makes a backup of all that is kept, for a page, in steps that don't hold it up; one that couldn't be restored isn't
 * made.
 */
export async function makeBackup(
	{ now, product }: { now: number; product: string },
	told: (steps: Steps) => void,
): Promise<Outcome<MadeBackup>> {
	const choices = await readItems(["sources", "settings", "rules"]);
	const followed = choices.sources.map(({ id }) => id);
	const former = await readFormer(followed);
	const sources = former.map(({ source }) => source);
	const writer = await beginBackup(choices, sources, { madeAt: now, product });
	const saved = former.flatMap(({ saved }) => saved);
	for await (const part of readEverything({ followed, saved }, told)) await writer.add(part);
	try {
		const { file, facts, leftOut } = await writer.end();
		const name = datedFileName("headline-ticker-backup", now, "zip");
		return fine({ file: new File([file], name, { type: file.type }), facts, leftOut });
	} catch (cause) {
		if (!(cause instanceof BackupError)) throw cause;
		return failed("backup-outgrown");
	}
}
