import type { Handlers } from "../commands";
import { fine } from "../model/trouble";
import { writeItems } from "../store/items";
import { notePopupOpened } from "../store/popup-opened";
import type { HandlerContext } from "./context";

/** Answers what the popup tells of itself. */
export const popupHandlers = ({
	world,
	stored,
}: HandlerContext): Pick<Handlers, "leavePopup" | "popupOpened"> => ({
	leavePopup: async (place) => {
		await writeItems({ popupLeft: { ...place, leftAt: world.now() } });
		return fine(null);
	},
	popupOpened: () =>
		stored("popupOpened", async () => {
			await notePopupOpened(world);
			return fine(null);
		}),
});
