import { effect, type ReadonlySignal } from "@preact/signals";
import type { HeadlineList } from "./headline-list";
import { filterOf, type Route } from "./route";

/**
 * Lets what is opened among the unread stay there for as long as it is open, though opening it marks it read: until
 * another is opened, or another tab. The address says both, and changes both at once.
 */
export function letOpenStay({ staying }: Pick<HeadlineList, "staying">, route: ReadonlySignal<Route>): void {
	let id: string | undefined;
	let state: string | undefined;
	effect(() => {
		const opened = route.value.room === "article" ? route.value.id : undefined;
		const tab = filterOf(route.value)?.state;
		if (opened !== id || tab !== state)
			staying.value = opened !== id && tab === "unread" ? opened : undefined;
		id = opened;
		state = tab;
	});
}
