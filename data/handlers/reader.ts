import type { Handlers } from "../commands";
import { fine } from "../model/trouble";
import { keepPictures } from "../refresh/keep-pictures";
import { keepPlace } from "../store/places";
import type { HandlerContext } from "./context";

/** Answers what the reader tells of an article. */
export const readerHandlers = ({
	world,
	fullTexts,
	start,
	stored,
}: HandlerContext): Pick<Handlers, "keepPlace" | "fetchFullText" | "keepPictures"> => ({
	fetchFullText: async ({ id }) => {
		await start();
		return fullTexts.fetch(id);
	},
	keepPlace: ({ id, ...place }) =>
		stored("keepPlace", async () => {
			await keepPlace(await world.archive(), id, place, world.now());
			return fine(null);
		}),
	keepPictures: ({ id, urls }) =>
		stored("keepPictures", async () => fine(await keepPictures(id, urls, world))),
});
