import { BackupError } from "../formats/backup/backup-error";
import { openBackup } from "../formats/backup/read";
import type { BackupFacts, Steps } from "../model/backup";
import { failed, fine, type Outcome } from "../model/trouble";
import type { Lock } from "../store/lock";
import { stage } from "../store/staging";

/** A backup that can be restored. */
export interface StagedBackup {
	id: string;
	facts: BackupFacts;
}

/**
 * Looks through a whole backup, for a page, and lays it where the background finds it. One that has anything wrong
 * with it leaves nothing behind, and so does one after which another page has begun with another.
 */
export async function stageBackup(
	file: Blob,
	id: string,
	told: (steps: Steps) => void,
	lock: Lock,
): Promise<Outcome<StagedBackup>> {
	try {
		const { facts, choices, former, parts } = await openBackup(file);
		const isThere = await stage({ id, facts, choices, former }, parts(told), lock);
		return isThere ? fine({ id, facts }) : failed("unknown-backup");
	} catch (cause) {
		if (!(cause instanceof BackupError)) throw cause;
		return { ok: false, trouble: cause.trouble };
	}
}
