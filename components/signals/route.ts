import { type ReadonlySignal, signal } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";

/** What the options page shows; it is all in the address, so that back, forward and bookmarks work. */
export type Route =
	| { room: "headlines" }
	| { room: "article"; id: HeadlineId }
	| { room: "sources" }
	| { room: "settings" };

/** Reads a route from an address's fragment; one that means nothing leads to the headlines. */
export function readRoute(hash: string): Route {
	const [, room, id] = hash.split("/");
	if (room === "sources" || room === "settings") return { room };
	if (room === "read" && id) {
		try {
			return { room: "article", id: decodeURIComponent(id) };
		} catch {
			return { room: "headlines" };
		}
	}
	return { room: "headlines" };
}

/** Writes a route as an address's fragment. */
export function hashOf(route: Route): string {
	switch (route.room) {
		case "headlines":
			return "#/";
		case "article":
			return `#/read/${encodeURIComponent(route.id)}`;
		default:
			return `#/${route.room}`;
	}
}

/** The address of a route from any page of the extension. */
export const hrefOf = (route: Route): string => `/options.html${hashOf(route)}`;

/** The address of a headline in the reader, from any page of the extension. */
export const hrefOfHeadline = (id: HeadlineId): string => hrefOf({ room: "article", id });

/** The route of a window, followed as it changes. */
export function followRoute(at: Window): ReadonlySignal<Route> {
	const route = signal(readRoute(at.location.hash));
	at.addEventListener("hashchange", () => {
		route.value = readRoute(at.location.hash);
	});
	return route;
}
