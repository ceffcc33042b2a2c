import type { HeadlineId } from "@/data/model/headline";
import type { Filter } from "../headlines/filter";

/** The parts of the settings that have an address of their own. */
export const SETTINGS_PARTS = ["rules", "storage", "backup"] as const;
export type SettingsPart = (typeof SETTINGS_PARTS)[number];

/** What the options page shows; it is all in the address, so that back, forward and bookmarks work. */
export type Route =
	| { room: "headlines"; filter?: Filter }
	| { room: "article"; id: HeadlineId; filter?: Filter }
	| { room: "briefing" }
	| { room: "sources" }
	| { room: "settings"; at?: SettingsPart };

function sayFilter({ source, group, state, since, query }: Filter = {}): string {
	const said = Object.entries({ source, group, state, since, q: query });
	const search = new URLSearchParams(said.flatMap(([key, value]) => (value ? [[key, value]] : [])));
	return search.size > 0 ? `?${search}` : "";
}

/** Writes a route as an address's fragment. */
export function hashOf(route: Route): string {
	switch (route.room) {
		case "headlines":
			return `#/${sayFilter(route.filter)}`;
		case "article":
			return `#/read/${encodeURIComponent(route.id)}${sayFilter(route.filter)}`;
		case "settings":
			return route.at ? `#/settings/${route.at}` : "#/settings";
		default:
			return `#/${route.room}`;
	}
}

/** The filter of a route; undefined where it shows no list. */
export const filterOf = (route: Route): Filter | undefined =>
	route.room === "headlines" || route.room === "article" ? (route.filter ?? {}) : undefined;

/** The same route with another filter; a route that shows no list stays as it is. */
export function withFilter(route: Route, filter: Filter): Route {
	if (route.room !== "headlines" && route.room !== "article") return route;
	const { filter: _, ...rest } = route;
	return Object.keys(filter).length > 0 ? { ...rest, filter } : rest;
}

/** The address of a route from any page of the extension. */
export const hrefOf = (route: Route): string => `/options.html${hashOf(route)}`;

/** The address of a headline in the reader, from any page of the extension. */
export const hrefOfHeadline = (id: HeadlineId): string => hrefOf({ room: "article", id });
