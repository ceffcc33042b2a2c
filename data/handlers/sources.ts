import type { Handlers } from "../commands";
import { failed, fine } from "../model/trouble";
import { addAddress } from "../refresh/add-address";
import { setNextAlarm } from "../refresh/alarms";
import { editSource } from "../refresh/edit-source";
import { findFeeds } from "../refresh/find/find-feeds";
import { importFile } from "../refresh/import-file";
import { pauseSource, removeSource, restoreSource } from "../store/acts";
import { takeSnapshotBefore } from "../store/take-snapshot";
import type { HandlerContext } from "./context";

/** Answers what is asked of sources: to find, add, change and remove them. */
export const sourceHandlers = ({
	world,
	icons,
	start,
	stored,
	refreshSoon,
	pruneSoon,
}: HandlerContext): Pick<
	Handlers,
	"findFeeds" | "addSource" | "removeSource" | "editSource" | "pauseSource" | "restoreSource" | "importFile"
> => ({
	findFeeds: async ({ address }) => {
		await start();
		return findFeeds(address, world);
	},
	addSource: async ({ address }) => {
		await start();
		const added = await addAddress(address, world);
		await setNextAlarm(world);
		if (added.ok && added.value.kind === "added") void icons.fetch([added.value.source.id]);
		return added;
	},
	removeSource: ({ id }) =>
		stored("removeSource", async () => {
			await takeSnapshotBefore(world, "removal");
			const source = await removeSource(world, id);
			await setNextAlarm(world);
			return source ? fine(source) : failed("unknown-source");
		}),
	editSource: ({ id, ...edit }) =>
		stored("editSource", async () => {
			const edited = await editSource(id, edit, world);
			if (edited.ok && edit.retention !== undefined) pruneSoon();
			if (edited.ok) refreshSoon();
			return edited;
		}),
	pauseSource: ({ id, paused }) =>
		stored("pauseSource", async () => {
			const source = await pauseSource(world, id, paused);
			if (paused) await setNextAlarm(world);
			else refreshSoon();
			return source ? fine(source) : failed("unknown-source");
		}),
	restoreSource: ({ id }) =>
		stored("restoreSource", async () => {
			const restored = await restoreSource(world, id);
			if (restored.ok) refreshSoon();
			return restored;
		}),
	importFile: (file) =>
		stored("importFile", async () => {
			const imported = await importFile(file, world);
			if (imported.ok && imported.value.kind === "opml") refreshSoon();
			return imported;
		}),
});
