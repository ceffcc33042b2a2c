import type { Handlers } from "../commands";
import { fine } from "../model/trouble";
import { setNextAlarm } from "../refresh/alarms";
import { notify } from "../refresh/notify";
import type { HandlerContext } from "./context";

/** Answers what is asked of refreshing. */
export const refreshHandlers = ({
	world,
	refresher,
	icons,
	fullTexts,
	start,
}: HandlerContext): Pick<Handlers, "refresh" | "stopRefresh"> => ({
	refresh: async ({ sources }) => {
		await start();
		const refreshed = await refresher.refresh(sources);
		await notify(world);
		await setNextAlarm(world);
		void icons.fetch();
		void fullTexts.ahead();
		return fine(refreshed);
	},
	stopRefresh: async () => {
		refresher.stop();
		return fine(null);
	},
});
