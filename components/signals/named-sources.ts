import { computed, type ReadonlySignal } from "@preact/signals";
import type { NamedSource } from "@/data/model/source";
import type { Followed } from "./follow";

/** Every source that a headline can be of, once: the followed ones, and those that were removed, of which some are saved. */
export const namedSources = (front: Followed<"sources" | "former">): ReadonlySignal<NamedSource[]> =>
	computed(() => {
		const followed = front.sources.value;
		const ids = new Set(followed.map(({ id }) => id));
		return [...followed, ...front.former.value.filter(({ id }) => !ids.has(id))];
	});
