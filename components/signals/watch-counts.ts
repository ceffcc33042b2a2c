import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Rule, RuleId } from "@/data/model/rule";
import { failed } from "@/data/model/trouble";
import type { Followed } from "./follow";
import type { Notes } from "./notes";

/** How many headlines each watch rule matches, read from the archive while somebody looks. */
export function createWatchCounts(
	front: Followed<"rules" | "headlines">,
	readMatchCounts: (rules: Rule[]) => Promise<Record<RuleId, number>>,
	isShown: ReadonlySignal<boolean>,
	notes: Notes,
): ReadonlySignal<Record<RuleId, number>> {
	const counts = signal<Record<RuleId, number>>({});
	let latest = 0;
	const read = async (rules: Rule[]) => {
		latest += 1;
		const turn = latest;
		try {
			const read = await readMatchCounts(rules);
			if (turn === latest) counts.value = read;
		} catch (cause) {
			console.error("What rules watch for could not be counted.", cause);
			notes.take(failed("storage-unreadable"));
		}
	};
	effect(() => {
		const watching = front.rules.value.filter(({ act }) => act === "watch");
		// Read again whenever headlines come or go.
		front.headlines.value;
		if (isShown.value && watching.length > 0) void read(watching);
	});
	return counts;
}
