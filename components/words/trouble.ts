import { BACKUP_FAULTS, type BackupFault } from "@/data/model/backup-faults";
import { RULE_TEXT_LIMIT } from "@/data/model/rule";
import type { Trouble, TroubleCode } from "@/data/model/trouble";
import { BACKUP_SENTENCES } from "./backup-trouble";

/** What the trouble concerns, an address without what goes without saying. */
const about = (trouble: Trouble, fallback: string): string =>
	trouble.about?.replace(/^https?:\/\//, "").replace(/\/$/, "") ?? fallback;

/** What each fault of a backup is called. None of them has changed anything. */
const backupFaults = Object.fromEntries(
	BACKUP_FAULTS.map((fault) => [
		fault,
		({ about = "" }: Trouble) => `${BACKUP_SENTENCES[fault](about)} Nothing was changed.`,
	]),
	// One for each of the faults.
) as Record<BackupFault, (trouble: Trouble) => string>;

/**
 * What each trouble is called on screen: what happened, then what can be done, or `again` where only time helps. The
 * compiler misses none.
 */
const SENTENCES: Record<TroubleCode, (trouble: Trouble, again: string) => string> = {
	"not-an-address": () => "That isn’t a web address. Try one like example.com.",
	"known-already": (trouble) => `You follow ${about(trouble, "this source")} already.`,
	"permission-refused": (trouble) =>
		`Without your permission ${about(trouble, "this site")} can’t be read. Try again to be asked once more.`,
	"permission-needed": (trouble) => `Your permission is needed to read ${about(trouble, "this site")}.`,
	unreachable: (trouble) =>
		`${about(trouble, "The site")} can’t be reached. Check the address, or try again later.`,
	"broken-off": (trouble, again) =>
		`${about(trouble, "The site")} broke off in the middle of its answer. ${again}`,
	offline: () => "You are offline. What is kept is here; new headlines come when you are back.",
	"timed-out": (trouble, again) => `${about(trouble, "The site")} took longer than 20 seconds. ${again}`,
	"too-big": (trouble) =>
		`${about(trouble, "The answer")} sends more than 10 MB, which is too big for a feed.`,
	"redirects-astray": (trouble) =>
		`${about(trouble, "The address")} forwards in circles or to a site that may not be read. Open it in a tab to see where it leads, and paste that address.`,
	"not-found": (trouble) =>
		`Nothing is there: ${about(trouble, "the site")} says “not found”. Check the address.`,
	gone: (trouble) => `${about(trouble, "The site")} says that this feed is gone for good.`,
	forbidden: (trouble) => `${about(trouble, "The site")} doesn’t let this feed be read without signing in.`,
	"too-busy": (trouble, again) => `${about(trouble, "The site")} is too busy just now. ${again}`,
	"server-failed": (trouble, again) =>
		`${about(trouble, "The site")} has a fault of its own (${trouble.status ?? 500}). ${again}`,
	"odd-answer": (trouble) =>
		`${about(trouble, "The site")} gave an answer that can’t be used (${trouble.status ?? "no status"}).`,
	"empty-answer": (trouble, again) => `${about(trouble, "The site")} answered with nothing. ${again}`,
	"not-a-feed": (trouble) =>
		`${about(trouble, "This address")} is no feed that can be read. Try the address of the site’s front page.`,
	"page-instead": (trouble, again) =>
		`${about(trouble, "The site")} sent a web page in place of the feed. Open the address in a tab to see why. ${again}`,
	"no-feed-found": (trouble) =>
		`${about(trouble, "This page")} names no feed. Look for “RSS” or “Feed” on the site, and paste that address.`,
	malformed: (trouble, again) => `${about(trouble, "This feed")} is too damaged to be read. ${again}`,
	"not-a-digest": (trouble) =>
		`${about(trouble, "This file")} is no digest: headlines separated by lines with a single “-”. Nothing was changed.`,
	"not-opml": (trouble) => `${about(trouble, "This file")} is no OPML that can be read. Nothing was changed.`,
	"file-too-big": (trouble) =>
		`${about(trouble, "This file")} is too big to be imported. Nothing was changed.`,
	"file-unreadable": (trouble) =>
		`${about(trouble, "This file")} couldn’t be read. Is it still there? Nothing was changed.`,
	"unknown-file": (trouble) =>
		`${about(trouble, "This file")} is neither a digest nor OPML. Nothing was changed.`,
	"unknown-headline": () => "This headline isn’t kept any more.",
	"unknown-rule": () => "This rule isn’t there any more.",
	"rule-empty": () => "There is no word in this. Type at least one.",
	"rule-too-long": () => `This is longer than ${RULE_TEXT_LIMIT} characters. Try a shorter one.`,
	"rule-ended": () => "The time of this rule is over.",
	"pattern-broken": () => "This isn’t a regular expression. Check its brackets and signs.",
	"pattern-slow": () => "This pattern could take too long. Try a simpler one.",
	"unknown-source": () => "This source isn’t kept any more. Add its address again.",
	"no-page": () => "The source named no page for this headline.",
	"not-a-page": (trouble) => `${about(trouble, "The site")} sent a file and no web page. Open the original.`,
	"page-too-big": (trouble) =>
		`The page at ${about(trouble, "the site")} is too big to be looked through. Open the original.`,
	paywalled: (trouble) =>
		`${about(trouble, "The site")} gives the whole text to subscribers. If you are one, open the original.`,
	"consent-wall": (trouble) =>
		`${about(trouble, "The site")} asks about cookies before it shows the text. Open the original.`,
	"login-page": (trouble) =>
		`${about(trouble, "The site")} wants you to sign in before it shows the text. Open the original.`,
	"page-missing": (trouble) => `The page isn’t there any more, ${about(trouble, "the site")} says.`,
	"video-page": (trouble) => `The page at ${about(trouble, "the site")} is a video. Open the original.`,
	"no-article": (trouble) =>
		`No more text was found in the page at ${about(trouble, "the site")}. It may need its scripts for that: open the original.`,
	"storage-failed": () =>
		"The browser couldn’t store that. Make room on the disk, and try again. What was there is kept.",
	"storage-unreadable": () =>
		"What is kept couldn’t be read just now. Close this page and open it again; nothing was changed.",
	"storage-newer": () =>
		"What is stored was made by a newer version of Headline Ticker. Install that one again. Nothing was changed.",
	"storage-blocked": () =>
		"Another window holds on to what is kept. Close the other tabs of Headline Ticker, and try again.",
	"storage-broken": () =>
		"The browser can’t open what is kept. Try again, or start again from the last snapshot.",
	"update-failed": () => "What is kept couldn’t be brought up to date. It was left as it was.",
	"set-aside": () => "Some of what was stored was damaged. It was set aside; the rest is here.",
	"archive-lost": () =>
		"The browser has lost what was kept. Your sources are here, and so is what the last snapshot held.",
	"storage-full": () =>
		"There is no room left to store that. Make room on the disk, or keep fewer headlines in Settings, and try again. What was there is kept.",
	...backupFaults,
	"backup-outgrown": () =>
		"There is more here than one backup can hold, so none was made. Keep fewer headlines, in Settings, and make it again.",
	"unknown-backup": () => "This backup isn’t at hand any more. Choose its file again.",
	"sync-refused": () =>
		"The browser didn’t take what this device has to say. It is tried again by itself; nothing is lost meanwhile.",
	"sync-unread": () =>
		"The browser couldn’t say what your other devices sent. It is tried again by itself; nothing is lost meanwhile.",
	"sync-crowded": () =>
		"Your sources and saved marks are more than the browser syncs for an extension (100 kB), so this device sends nothing. What other devices send is taken in. A backup brings all of it along.",
	"sync-missing": () =>
		"This browser has no sync for extensions. A backup takes everything to another device.",
	"snapshot-broken": () => "This snapshot is too damaged to be read. Nothing was changed.",
	"unknown-snapshot": () => "This snapshot isn’t kept any more.",
	unanswered: () => "No answer came, so it may be done or not. Look, and try again if it isn’t.",
	unexpected: () => "That didn’t work. Try again; if it stays so, restart the browser.",
};

/**
 * Says a trouble in words that the user understands; one that a newer version knows alone is unexpected. What is asked
 * again by itself has its own `again`.
 */
export function sayTrouble(trouble: Trouble, again = "Try again later."): string {
	return (SENTENCES[trouble.code] ?? SENTENCES.unexpected)(trouble, again);
}
