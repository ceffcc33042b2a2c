import type { Handlers } from "../commands";
import { fine } from "../model/trouble";
import { mark, markAllRead, restartRun } from "../store/acts";
import type { HandlerContext } from "./context";

/** Answers what is asked of headlines and of the run. */
export const headlineHandlers = ({
	world,
	pictures,
	stored,
}: HandlerContext): Pick<Handlers, "ready" | "mark" | "markAllRead" | "restartRun"> => ({
	ready: () => stored("ready", async () => fine(null)),
	mark: ({ ids, act }) =>
		stored("mark", async () => {
			const changed = await mark(world, ids, act);
			if (act === "saved") {
				await pictures.want(changed);
				void pictures.ahead();
			}
			return fine(changed);
		}),
	markAllRead: (scope) => stored("markAllRead", async () => fine(await markAllRead(world, scope ?? {}))),
	restartRun: () =>
		stored("restartRun", async () => {
			await restartRun(world);
			return fine(null);
		}),
});
