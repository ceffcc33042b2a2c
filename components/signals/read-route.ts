import { QUERY_LIMIT } from "@/data/model/popup-place";
import { WHICH } from "@/data/model/scope";
import { type Filter, SINCES } from "../headlines/filter";
import { type Route, SETTINGS_PARTS } from "./route";

const STATES = WHICH.filter((which) => which !== "all");

/** Reads what an address says of a filter; what means nothing there is left out. */
function readFilter(search: string): { filter?: Filter } {
	const said = new URLSearchParams(search);
	const source = said.get("source");
	const group = said.get("group");
	const state = STATES.find((one) => one === said.get("state"));
	const since = SINCES.find((one) => one === said.get("since"));
	const query = said.get("q")?.slice(0, QUERY_LIMIT);
	const filter: Filter = {
		...(source && { source }),
		...(group && !source && { group }),
		...(state && { state }),
		...(since && { since }),
		...(query && { query }),
	};
	return Object.keys(filter).length > 0 ? { filter } : {};
}

/** Reads a route from an address's fragment; one that means nothing leads to the headlines. */
export function readRoute(hash: string): Route {
	const [path = "", search = ""] = hash.split("?", 2);
	const [, room, id] = path.split("/");
	if (room === "briefing" || room === "sources") return { room };
	if (room === "settings") {
		const at = SETTINGS_PARTS.find((part) => part === id);
		return { room, ...(at && { at }) };
	}
	if (room === "read" && id) {
		try {
			return { room: "article", id: decodeURIComponent(id), ...readFilter(search) };
		} catch {
			return { room: "headlines" };
		}
	}
	return { room: "headlines", ...(room === "" && readFilter(search)) };
}
