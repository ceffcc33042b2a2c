import type { Headline } from "@/data/model/headline";
import type { Source } from "@/data/model/source";

/** Of so many of a source's newest headlines the pages are asked for, and of so many hosts at most. */
const PAGES_ASKED = 30;
const HOSTS_ASKED = 10;

/**
 * An address at each of the hosts that a source's newest headlines have their pages at, or its own site's: what
 * the user is asked for access to. `headlines` are newest first.
 */
export function pagesOf({ id, home }: Source, headlines: readonly Headline[]): string[] {
	const newest = headlines.filter(({ source }) => source === id).slice(0, PAGES_ASKED);
	const pages = newest.flatMap((headline) => headline.url ?? []);
	const known = pages.length > 0 ? pages : [home ?? ""].filter((address) => URL.canParse(address));
	return [...new Map(known.map((page) => [new URL(page).origin, page])).values()].slice(0, HOSTS_ASKED);
}
