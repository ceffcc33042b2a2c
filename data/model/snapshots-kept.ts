import { DAY_MS } from "./durations";
import type { SnapshotFacts } from "./snapshot";

/** So many snapshots are kept. */
export const SNAPSHOTS_KEPT = 7;

type Dated = Pick<SnapshotFacts, "id" | "takenAt" | "why">;

const dayOf = ({ takenAt }: Dated) => Math.floor(takenAt / DAY_MS);

/**
 * The one of some snapshots that is missed least. The newest stays, and the last one before an update. Of the
 * day that has the most, its first stays, which is from before all that was done on it, and the next one goes;
 * where each day has one, the oldest day goes.
 */
function leastMissed(snapshots: readonly Dated[]): Dated | undefined {
	// By their ids, which rise whatever the clock does.
	const oldestFirst = [...snapshots].sort((a, b) => a.id - b.id);
	const stays = new Set([oldestFirst.at(-1), oldestFirst.findLast(({ why }) => why === "update")]);
	const days = [...new Set(oldestFirst.map(dayOf))].map((day) =>
		oldestFirst.filter((one) => dayOf(one) === day),
	);
	const fullest = days.reduce((most, day) => (day.length > most.length ? day : most), []);
	const doubles = fullest.slice(1).find((one) => !stays.has(one));
	return doubles ?? oldestFirst.find((one) => !stays.has(one));
}

/** The snapshots that are one too many. */
export function surplusOf(snapshots: readonly Dated[]): number[] {
	const left = [...snapshots];
	const surplus: number[] = [];
	while (left.length > SNAPSHOTS_KEPT) {
		const going = leastMissed(left);
		if (!going) return surplus;
		left.splice(left.indexOf(going), 1);
		surplus.push(going.id);
	}
	return surplus;
}
