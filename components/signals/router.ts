import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { Sight } from "@/data/model/popup-place";
import { readSight } from "@/data/model/schemas";
import { readRoute } from "./read-route";
import { hashOf, type Route } from "./route";

/** The window's address and its history. */
export interface Router {
	readonly route: ReadonlySignal<Route>;
	/** Where the list stood when this address was left, each time that its user comes back to it. */
	readonly returned: ReadonlySignal<Sight | undefined>;
	/** Goes to a route, from where one can come back. */
	go(route: Route): void;
	/** Changes the address of where one is. */
	replace(route: Route): void;
	/** Keeps where the list stands with the address, so that it is there again after a reload too. */
	keep(sight: Sight): void;
}

/** What of a window has to do with its address. */
type AtAddress = Pick<Window, "addEventListener"> & {
	location: Pick<Location, "hash">;
	history: Pick<History, "state" | "pushState" | "replaceState">;
};

/** Follows the address of a window as it changes, and changes it. */
export function createRouter(at: AtAddress): Router {
	const route = signal(readRoute(at.location.hash));
	const returned = signal(readSight(at.history.state));
	let address = at.location.hash;
	const take = (next: Route, sight: Sight | undefined) => {
		address = at.location.hash;
		batch(() => {
			route.value = next;
			returned.value = sight;
		});
	};
	at.addEventListener("hashchange", () => take(readRoute(at.location.hash), readSight(at.history.state)));
	return {
		route,
		returned,
		go(next) {
			at.history.pushState(null, "", hashOf(next));
			take(next, undefined);
		},
		replace(next) {
			at.history.replaceState(null, "", hashOf(next));
			take(next, undefined);
		},
		keep(sight) {
			// A window is at its next address before it is told so: what is shown still belongs to the one before.
			if (at.location.hash !== address) return;
			at.history.replaceState(sight, "", address || "#/");
			address = at.location.hash;
		},
	};
}
