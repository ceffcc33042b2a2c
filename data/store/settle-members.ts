import type { SourceId } from "../model/headline";
import type { Source } from "../model/source";
import type { RemovedSource } from "./database";

/** What is needed of a transaction that settles who is followed. */
interface MembersTransaction {
	objectStore(name: "removed"): {
		getKey: (id: SourceId) => Promise<IDBValidKey | undefined>;
		put: (value: RemovedSource) => Promise<unknown>;
		delete: (id: SourceId) => Promise<unknown>;
	};
	objectStore(name: "joining"): { clear: () => Promise<unknown> };
}

/**
 * Notes, inside a transaction, which sources go, for a day at first, which stay, and which are former ones, where they
 * aren't known as that; what was to join is settled by that.
 */
export async function settleMembers(
	applying: MembersTransaction,
	{ going, staying, former }: Record<"going" | "staying" | "former", readonly Source[]>,
	now: number,
): Promise<void> {
	const removed = applying.objectStore("removed");
	const settled = new Set([...going, ...staying].map(({ id }) => id));
	const noteFormer = async (source: Source) => {
		if ((await removed.getKey(source.id)) !== undefined) return;
		await removed.put({ id: source.id, source, removedAt: now, former: true });
	};
	await Promise.all([
		applying.objectStore("joining").clear(),
		...staying.map(({ id }) => removed.delete(id)),
		...going.map((source) => removed.put({ id: source.id, source, removedAt: now })),
		...former.filter(({ id }) => !settled.has(id)).map(noteFormer),
	]);
}
