import { computed } from "@preact/signals";
import { createFiles } from "@/components/signals/files";
import { createFollowFeed } from "@/components/signals/follow-feed";
import { createSources } from "@/components/signals/sources";
import { addressesToRead } from "@/data/formats/known-sites/known-sites";
import { askAccess } from "@/data/refresh/access";
import { readAddress } from "@/data/refresh/address";
import { send } from "@/data/send";
import { readActivity } from "@/data/store/read-activity";
import type { Page } from "./page";

/** Puts together what sources are added, changed and imported with; `lookAtBackup` takes a file that is one. */
export function openSources(
	{ front, notes, router, work, refresh, readPolls }: Page,
	lookAtBackup: (file: File) => Promise<void>,
) {
	const access = { readAddress, askAccess, addressesToRead };
	return {
		work,
		refresh,
		sources: createSources({
			front,
			send,
			notes,
			work,
			access,
			readActivity: (ids) => readActivity(ids, Date.now()),
			readPolls,
			isShown: computed(() => router.route.value.room === "sources"),
			clock: Date.now,
		}),
		following: createFollowFeed(send, notes, work, access),
		files: createFiles(front, send, notes, work, Date.now, (file) => {
			router.go({ room: "settings", at: "backup" });
			return lookAtBackup(file);
		}),
	};
}
