import { FORMAT_VERSION } from "./manifest";

/**
 * Takes what one file of a backup holds from one form to the next. It is pure, survives anything, and never
 * changes once released.
 */
export type BackupStep = (name: string, written: unknown) => unknown;

/** Step n takes a file from form n + 1 to form n + 2. There is one form so far. */
export const BACKUP_STEPS: readonly BackupStep[] = [];

/** What a file of a backup holds, in the newest form. */
export const migrated = (
	name: string,
	written: unknown,
	version: number,
	steps: readonly BackupStep[] = BACKUP_STEPS,
): unknown => steps.slice(version - 1).reduce((before, step) => step(name, before), written);

/** Whether a form is newer than all that are known here. */
export const isNewer = (version: number): boolean => version > FORMAT_VERSION;
