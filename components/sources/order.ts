import type { PollOutcome } from "@/data/model/source";
import { TROUBLE_CODES, type TroubleCode } from "@/data/model/trouble";
import type { SourceEntry } from "../signals/sources";
import { byName } from "../words/by-name";

/** How the sources can be ordered: those in trouble first, by name, or the busiest first. */
export type Order = "trouble" | "name" | "activity";

/** Whether an outcome is trouble, and not one of the two good ones. */
export const isTrouble = (outcome: PollOutcome | undefined): outcome is TroubleCode =>
	TROUBLE_CODES.some((code) => code === outcome);

/** How many headlines came within the last week. */
const inWeek = ({ activity }: SourceEntry): number => activity?.days.reduce((sum, day) => sum + day, 0) ?? 0;

/** Puts sources in an order; equals stand by name. */
export function orderEntries(entries: SourceEntry[], order: Order): SourceEntry[] {
	const rank = (entry: SourceEntry): number => {
		if (order === "trouble") return isTrouble(entry.poll?.outcome) ? 0 : 1;
		return order === "activity" ? -inWeek(entry) : 0;
	};
	return entries.toSorted((a, b) => rank(a) - rank(b) || byName.compare(a.source.title, b.source.title));
}
