import * as v from "valibot";
import { MINUTE_MS } from "../durations";
import { time } from "../schema-parts";
import { TROUBLE_CODES, type TroubleCode } from "../trouble";

/** How following the browser's profile goes on a device; all times in milliseconds since 1970, null for never. */
export interface SyncStatus {
	/** What names this device among the others. */
	device: string;
	/** When something is to be written; null where nothing is. */
	dueAt: number | null;
	/** When it was last tried to write. */
	triedAt: number | null;
	/** When something was last written. */
	writtenAt: number | null;
	/** When it was last looked what others say. */
	readAt: number | null;
	trouble: TroubleCode | null;
}

const maybeTime = v.nullable(time);

/** A {@link SyncStatus} as stored under `sync`. */
export const syncStatusSchema: v.GenericSchema<unknown, SyncStatus> = v.object({
	device: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
	dueAt: maybeTime,
	triedAt: maybeTime,
	writtenAt: maybeTime,
	readAt: maybeTime,
	trouble: v.nullable(v.picklist(TROUBLE_CODES)),
});

/** A log of what was decided about what is synced, as it is stored under `syncLog`; see ./note.ts. */
export interface SyncLog {
	/** Its state, packed. */
	packed: string;
	/** The marks that wait for their headlines. */
	waiting: string[];
}

/** A {@link SyncLog} as stored. */
export const syncLogSchema: v.GenericSchema<unknown, SyncLog> = v.object({
	packed: v.string(),
	waiting: v.array(v.string()),
});

/** How long after one try to write the next may be, at the soonest: Chrome takes 120 in a minute and 1,800 in an hour. */
export const WRITE_GAP_MS = MINUTE_MS;
/** How long changes are gathered before they are written. */
const GATHER_MS = 20_000;
/** When what was refused is tried again. */
export const REFUSED_MS = 10 * MINUTE_MS;

/** A device that has just joined. */
export const joining = (device: string): SyncStatus => ({
	device,
	dueAt: null,
	triedAt: null,
	writtenAt: null,
	readAt: null,
	trouble: null,
});

/** When it may be written again, in milliseconds since 1970. */
export function writableAt({ triedAt }: SyncStatus, now: number): number {
	// A clock that was set back must not put it off for long.
	return triedAt === null || triedAt > now ? now : Math.max(now, triedAt + WRITE_GAP_MS);
}

/** The status once something has changed that is to be written; the very same where that is due already. */
export const withChange = (status: SyncStatus, now: number): SyncStatus =>
	status.dueAt !== null && status.dueAt <= now + REFUSED_MS
		? status
		: { ...status, dueAt: Math.max(now + GATHER_MS, writableAt(status, now)) };
