import { browser } from "wxt/browser";

/** How much room is taken, and how much there is, in bytes; absent where the browser can't say. */
export interface Room {
	/** By headlines, articles, pictures and snapshots. */
	used?: number;
	/** What the browser allows for them at most. */
	quota?: number;
	/** By settings, lists and what the surfaces paint from. */
	items?: number;
	/** What the browser allows for those. */
	itemsQuota?: number;
}

/** What of storage a browser may have. */
interface Asked {
	estimate?: () => Promise<{ usage?: number; quota?: number }>;
	/** Firefox has learnt it late. */
	getBytesInUse?: (keys: null) => Promise<number>;
	QUOTA_BYTES?: number;
}

/** What a question brings; nothing where the browser refuses it. */
const orNothing = async <T>(ask: (() => Promise<T>) | undefined): Promise<T | undefined> => {
	try {
		return await ask?.();
	} catch (cause) {
		console.error("The browser couldn’t say how much room there is.", cause);
		return undefined;
	}
};

/** The browser’s own storage, as far as it can be asked. */
function realStorage(): Asked {
	const { local }: { local: Pick<Asked, "getBytesInUse" | "QUOTA_BYTES"> } = browser.storage;
	const { getBytesInUse, QUOTA_BYTES } = local;
	return {
		estimate: () => navigator.storage.estimate(),
		...(getBytesInUse && { getBytesInUse: (keys) => getBytesInUse.call(local, keys) }),
		...(QUOTA_BYTES !== undefined && { QUOTA_BYTES }),
	};
}

/** Reads how much room is taken, and how much there is. */
export async function readRoom(asked: Asked = realStorage()): Promise<Room> {
	const { getBytesInUse } = asked;
	const [estimate, items] = await Promise.all([
		orNothing(asked.estimate),
		orNothing(getBytesInUse && (() => getBytesInUse(null))),
	]);
	return {
		...(estimate?.usage !== undefined && { used: estimate.usage }),
		...(estimate?.quota !== undefined && { quota: estimate.quota }),
		...(items !== undefined && { items }),
		...(asked.QUOTA_BYTES !== undefined && { itemsQuota: asked.QUOTA_BYTES }),
	};
}
