import { computed } from "@preact/signals";
import { browser } from "wxt/browser";
import { type BackupKit, createBackup } from "@/components/signals/backup";
import { createChangeSettings } from "@/components/signals/change-settings";
import { createNotifying } from "@/components/signals/notifying";
import { createRules } from "@/components/signals/rules";
import { createSafekeeping } from "@/components/signals/safekeeping";
import { followStorageRoom } from "@/components/signals/storage-room";
import { createWatchCounts } from "@/components/signals/watch-counts";
import { download } from "@/components/ui/download";
import { askToNotify } from "@/data/refresh/notifications";
import { send } from "@/data/send";
import { webLock } from "@/data/store/lock";
import { profileArea } from "@/data/store/profile-area";
import { readMatchCounts, readMatched } from "@/data/store/read-matched";
import { readRoom } from "@/data/store/room";
import { readSetAside, readSnapshots } from "@/data/store/safe";
import { clearStaging } from "@/data/store/staging";
import type { Page } from "./page";

/** The making and reading of backups, which is fetched when somebody wants it. */
const kit: BackupKit = {
	makeBackup: async (told) => {
		const { makeBackup } = await import("@/data/refresh/make-backup");
		return makeBackup({ now: Date.now(), product: browser.runtime.getManifest().version }, told);
	},
	stageBackup: async (file, id, told) =>
		(await import("@/data/refresh/stage-backup")).stageBackup(file, id, told, webLock),
	clearStaging,
};

/** Puts the settings together. */
export function openSettings({ front, notes, router, work }: Page) {
	const isShown = computed(() => router.route.value.room === "settings");
	const changeSettings = createChangeSettings(send, notes);
	return {
		ruling: {
			rules: createRules(front, send, notes, readMatched),
			watched: createWatchCounts(front, readMatchCounts, isShown, notes),
			clock: Date.now,
		},
		safekeeping: createSafekeeping({
			front,
			send,
			notes,
			work,
			readSnapshots,
			readSetAside,
			isShown,
			clock: Date.now,
		}),
		storageRoom: followStorageRoom(readRoom, isShown, work.busy),
		backup: createBackup({
			send,
			notes,
			work,
			kit,
			restoring: front.restoring,
			download,
			newId: () => crypto.randomUUID(),
		}),
		sync: {
			status: front.sync,
			canSync: profileArea() !== undefined,
			onTurn: (sync: boolean) => changeSettings({ sync }),
		},
		preferences: {
			canOpenBrowserTab: import.meta.env.CHROME,
			onNotify: createNotifying(changeSettings, notes, askToNotify),
			onChange: changeSettings,
		},
	};
}
