import type { IDBPObjectStore, StoreNames } from "idb";
import type { HeadlineId } from "../model/headline";
import type { ArchiveSchema } from "./archive-schema";

/** The archive's headlines, in any transaction. */
type Headlines<Mode extends IDBTransactionMode> = IDBPObjectStore<
	ArchiveSchema,
	StoreNames<ArchiveSchema>[],
	"headlines",
	Mode
>;

/** Headlines that a run counts by themselves. */
interface CountedApart {
	/** Those that a rule watches for. */
	watched: ReadonlySet<HeadlineId>;
	/** Those that came since the popup was last open; absent where it never was, and all are new. */
	fresh?: ReadonlySet<HeadlineId>;
}

/** Finds them by the keys of indexes alone; `openedAt` is what {@link import("./revision").lastOpened} says. */
export async function countedApart<Mode extends IDBTransactionMode>(
	headlines: Headlines<Mode>,
	openedAt: number,
): Promise<CountedApart> {
	const [watched, fresh] = await Promise.all([
		headlines.index("watchedBy").getAllKeys(),
		Number.isFinite(openedAt)
			? headlines.index("seen").getAllKeys(IDBKeyRange.lowerBound(openedAt, true))
			: undefined,
	]);
	// A headline that several rules watch for is there once for each.
	return { watched: new Set(watched), ...(fresh && { fresh: new Set(fresh) }) };
}
