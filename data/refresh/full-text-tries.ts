import { DAY_MS, MINUTE_MS } from "../model/durations";
import { type FullText, withoutWant } from "../model/full-text";
import type { TroubleCode } from "../model/trouble";

/** How long after a try in vain the next one comes; each is so many times later than the one before. */
const FIRST_WAIT_MS = 10 * MINUTE_MS;
const WAIT_GROWS = 4;
/** After so many tries a page is given up. */
const MAX_TRIES = 4;
/** Whoever hasn't given their permission is waited for; that is looked at so often. */
const PERMISSION_MS = DAY_MS;

/** What passes by itself: later the same address may well have its page. */
const PASSING: readonly TroubleCode[] = [
	"unreachable",
	"broken-off",
	"timed-out",
	"too-busy",
	"server-failed",
	"empty-answer",
	"unexpected",
];

/** A try in vain. */
interface Failure {
	code: TroubleCode;
	/** When it ended, in milliseconds since 1970. */
	now: number;
	/** Until when the host asks to be left alone, in milliseconds since 1970. */
	waitUntil?: number | undefined;
}

/**
 * What is known of a page that is wanted ahead after a try in vain: when to try again, or that it is given up, and
 * then what was there before stays. Where nobody was asked, the try doesn't count.
 */
export function afterVainTry(before: FullText, { code, now, waitUntil = 0 }: Failure): FullText {
	const { id, source } = before;
	if (code === "offline") return before;
	if (code === "permission-needed") return { ...before, trouble: code, at: now + PERMISSION_MS };
	const tries = (before.tries ?? 0) + 1;
	const isOver = !PASSING.includes(code) || tries >= MAX_TRIES;
	if (isOver)
		return (
			withoutWant({ ...before, trouble: code }) ?? {
				id,
				source,
				state: "failed",
				trouble: code,
				tries,
				at: now,
			}
		);
	const wait = FIRST_WAIT_MS * WAIT_GROWS ** (tries - 1);
	return { ...before, state: "wanted", trouble: code, tries, at: Math.max(now + wait, waitUntil) };
}
