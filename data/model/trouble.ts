import { BACKUP_FAULTS } from "./backup-faults";

/**
 * Everything that can go wrong where the user sees it. Each code has a sentence in
 * components/words/trouble.ts; the compiler holds the two together.
 */
export const TROUBLE_CODES = [
	"not-an-address",
	"known-already",
	"permission-refused",
	"permission-needed",
	"unreachable",
	"broken-off",
	"offline",
	"timed-out",
	"too-big",
	"redirects-astray",
	"not-found",
	"gone",
	"forbidden",
	"too-busy",
	"server-failed",
	"odd-answer",
	"empty-answer",
	"not-a-feed",
	"page-instead",
	"no-feed-found",
	"malformed",
	"not-a-digest",
	"not-opml",
	"file-too-big",
	"file-unreadable",
	"unknown-file",
	"unknown-headline",
	"unknown-source",
	"unknown-rule",
	"rule-empty",
	"rule-too-long",
	"rule-ended",
	"pattern-broken",
	"pattern-slow",
	"no-page",
	"not-a-page",
	"page-too-big",
	"paywalled",
	"consent-wall",
	"login-page",
	"page-missing",
	"video-page",
	"no-article",
	"storage-failed",
	"storage-unreadable",
	"storage-newer",
	"storage-blocked",
	"storage-broken",
	"update-failed",
	"set-aside",
	"archive-lost",
	"snapshot-broken",
	"unknown-snapshot",
	"storage-full",
	...BACKUP_FAULTS,
	"backup-outgrown",
	"unknown-backup",
	"sync-refused",
	"sync-unread",
	"sync-crowded",
	"sync-missing",
	"unanswered",
	"unexpected",
] as const;

/** A code for one thing that went wrong. */
export type TroubleCode = (typeof TROUBLE_CODES)[number];

/** Trouble as a value: it crosses messages and is stored, so it holds no Error. */
export interface Trouble {
	code: TroubleCode;
	/** The address, host or file that it concerns. */
	about?: string;
	/** The HTTP status, where there was one. */
	status?: number;
}

/** What a command answers: a value, or trouble. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

/** A success. */
export const fine = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** A failure, by its code. */
export const failed = (
	code: TroubleCode,
	more: Omit<Trouble, "code"> = {},
): { ok: false; trouble: Trouble } => ({
	ok: false,
	trouble: { code, ...more },
});

/** Trouble where no value can be answered, as when a database doesn't open. */
export class TroubleError extends Error {
	readonly code: TroubleCode;

	constructor(code: TroubleCode, cause?: unknown) {
		super(code, { cause });
		this.code = code;
	}
}

/**
 * Whether something thrown says that there is no room left: in IndexedDB it has a name for that, in extension
 * storage a message alone, and an ended transaction may have it as its cause.
 */
export function isFull(thrown: unknown): boolean {
	if (!(thrown instanceof Error)) return false;
	return thrown.name === "QuotaExceededError" || /\bquota\b/i.test(thrown.message) || isFull(thrown.cause);
}

/** The trouble that something thrown stands for; what carries no code of its own has the given one. */
export function troubleOf(thrown: unknown, otherwise: TroubleCode): TroubleCode {
	if (thrown instanceof TroubleError) return thrown.code;
	return isFull(thrown) ? "storage-full" : otherwise;
}
