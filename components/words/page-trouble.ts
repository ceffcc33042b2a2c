import type { Trouble, TroubleCode } from "@/data/model/trouble";
import { sayTrouble } from "./trouble";

/** What is called otherwise where it is no feed that is asked, but an article's page. */
const SENTENCES: Partial<Record<TroubleCode, (host: string) => string>> = {
	"permission-needed": (host) => `Your permission is needed to read the page at ${host}.`,
	"permission-refused": (host) =>
		`Without your permission the page at ${host} can’t be read. You can be asked once more.`,
	unreachable: (host) => `${host} can’t be reached just now.`,
	"broken-off": (host) => `${host} broke off in the middle of the page.`,
	offline: () => "You are offline, so the page can’t be read just now.",
	"timed-out": (host) => `${host} took longer than 20 seconds.`,
	"too-big": (host) => `The page at ${host} has more than 10 MB, which is too big.`,
	"redirects-astray": (host) =>
		`${host} forwards to a site that may not be read. Try again to be asked for the likeliest one.`,
	"not-found": (host) => `${host} says that there is no such page.`,
	gone: (host) => `${host} says that this page is gone for good.`,
	forbidden: (host) => `${host} doesn’t let the page be read from here. Open the original.`,
	"too-busy": (host) => `${host} asks to be left alone for a while.`,
	"server-failed": (host) => `${host} has a fault of its own just now.`,
	"odd-answer": (host) => `${host} gave an answer that can’t be used.`,
	"empty-answer": (host) => `${host} answered with nothing.`,
};

/** Says why a page of a host has brought no article, in words that the user understands. */
export function sayPageTrouble(trouble: Trouble, host: string): string {
	return SENTENCES[trouble.code]?.(host) ?? sayTrouble({ ...trouble, about: host });
}
