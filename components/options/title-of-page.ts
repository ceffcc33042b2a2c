import type { NamedSource } from "@/data/model/source";
import type { Opened } from "../signals/opened-article";
import type { Route } from "../signals/route";

const PRODUCT = "Headline Ticker";
const ROOMS = {
	headlines: "Headlines",
	article: "Headlines",
	briefing: "Briefing",
	sources: "Sources",
	settings: "Settings",
};

/** The window's title: the article's, or what the list is of; undefined while that is still being read. */
export function titleOfPage(
	route: Route,
	opened: Opened,
	sources: readonly NamedSource[],
): string | undefined {
	if (route.room === "article") {
		if (opened.state === "open") return opened.kept.headline.title;
		if (opened.state !== "missing") return undefined;
	}
	const filter = route.room === "headlines" ? route.filter : undefined;
	const source = filter?.source && sources.find(({ id }) => id === filter.source)?.title;
	return `${source || filter?.group || ROOMS[route.room]} – ${PRODUCT}`;
}
