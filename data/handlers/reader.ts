import type { Handlers } from "../commands";
import { failed, fine } from "../model/trouble";
import { keepPlace } from "../store/places";
import type { HandlerContext } from "./context";

/** Answers what the reader tells of an article. */
export const readerHandlers = ({
	world,
	fullTexts,
	pictures,
	start,
	stored,
}: HandlerContext): Pick<Handlers, "keepPlace" | "fetchFullText" | "keepPictures"> => ({
	fetchFullText: async ({ id }) => {
		await start();
		const read = await fullTexts.fetch(id);
		if (read.ok) void pictures.ahead();
		return read;
	},
	keepPlace: ({ id, ...place }) =>
		stored("keepPlace", async () => {
			await keepPlace(await world.archive(), id, place, world.now());
			return fine(null);
		}),
	keepPictures: ({ id }) =>
		stored("keepPictures", async () => {
			const tried = await pictures.keep(id);
			return tried ? fine({ kept: tried.kept, missed: tried.missed }) : failed("unexpected");
		}),
});
