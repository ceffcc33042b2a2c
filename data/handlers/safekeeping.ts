import type { Handlers } from "../commands";
import { fine } from "../model/trouble";
import { followChoices } from "../refresh/follow-choices";
import { restoreBackup } from "../refresh/restore-backup";
import { bringBack } from "../store/bring-back";
import { writeItems } from "../store/items";
import { checkAndPublish } from "../store/keep-safe";
import { startAgain } from "../store/recover";
import { forgetSetAside } from "../store/safe";
import { takeSnapshot } from "../store/take-snapshot";
import type { HandlerContext } from "./context";

/** Answers what is asked of snapshots, and of what was set aside. */
export const safekeepingHandlers = ({
	world,
	start,
	stored,
	refreshSoon,
	settleRulesSoon,
}: HandlerContext): Pick<
	Handlers,
	| "takeSnapshot"
	| "bringBack"
	| "restoreBackup"
	| "checkArchive"
	| "sawSetAside"
	| "forgetSetAside"
	| "startAgain"
> => ({
	takeSnapshot: () => stored("takeSnapshot", async () => fine(await takeSnapshot(world, "asked"))),
	bringBack: ({ snapshot }) =>
		stored("bringBack", async () => {
			const brought = await bringBack(world, snapshot);
			if (!brought.ok) return brought;
			settleRulesSoon();
			await followChoices([], world);
			refreshSoon();
			return brought;
		}),
	restoreBackup: ({ staged, way }) =>
		stored("restoreBackup", async () => {
			const restored = await restoreBackup(staged, way, world);
			if (restored.ok) refreshSoon();
			return restored;
		}),
	checkArchive: () => stored("checkArchive", async () => fine(await checkAndPublish(world))),
	sawSetAside: () =>
		stored("sawSetAside", async () => {
			await writeItems({ damage: null });
			return fine(null);
		}),
	forgetSetAside: ({ ids }) =>
		stored("forgetSetAside", async () => {
			await forgetSetAside(ids, world.now());
			return fine(null);
		}),
	startAgain: async () => {
		await startAgain(world);
		await start();
		refreshSoon();
		return fine(null);
	},
});
