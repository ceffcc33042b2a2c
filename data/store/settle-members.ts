import type { SourceId } from "../model/headline";
import type { Source } from "../model/source";
import type { RemovedSource } from "./database";

/** What is needed of a transaction that settles who is followed. */
interface MembersTransaction {
	objectStore(name: "removed"): {
		put: (value: RemovedSource) => Promise<unknown>;
		delete: (id: SourceId) => Promise<unknown>;
	};
	objectStore(name: "joining"): { clear: () => Promise<unknown> };
}

/**
 * Notes, inside a transaction, which sources go, for a day at first, and which stay; what was to join is settled by
 * that.
 */
export async function settleMembers(
	applying: MembersTransaction,
	going: readonly Source[],
	staying: readonly Source[],
	now: number,
): Promise<void> {
	const removed = applying.objectStore("removed");
	await Promise.all([
		applying.objectStore("joining").clear(),
		...staying.map(({ id }) => removed.delete(id)),
		...going.map((source) => removed.put({ id: source.id, source, removedAt: now })),
	]);
}
