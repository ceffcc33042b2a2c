import type { BackupFault } from "../../model/backup-faults";
import type { Trouble } from "../../model/trouble";

/** Says what is wrong with a backup, and with which file in it. */
export class BackupError extends Error {
	readonly trouble: Trouble;

	constructor(code: BackupFault, about?: string, cause?: unknown) {
		super(about === undefined ? code : `${code}: ${about}`, { cause });
		this.trouble = { code, ...(about !== undefined && { about }) };
	}
}
