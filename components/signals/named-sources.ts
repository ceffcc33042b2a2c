import { computed, type ReadonlySignal } from "@preact/signals";
import type { NamedSource } from "@/data/model/source";
import type { Followed } from "./follow";

/** Every source that a headline can be of: the followed ones, and those that were removed, of which some are saved. */
export const namedSources = (front: Followed<"sources" | "former">): ReadonlySignal<NamedSource[]> =>
	// Of two of one name the last is taken.
	computed(() => [...front.former.value, ...front.sources.value]);
