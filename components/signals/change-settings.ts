import type { SettingsChange } from "@/data/model/settings";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";

/** What changes settings, and says that they are saved or why not. */
export const createChangeSettings =
	(send: Send, notes: Notes) =>
	async (change: SettingsChange): Promise<void> => {
		if (notes.take(await send("changeSettings", change))) notes.tell("Saved.");
	};
