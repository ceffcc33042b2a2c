import type { Signal } from "@preact/signals";
import type { Note } from "../ui/notice";
import type { Send } from "./headline-list";

/**
 * Sends as `send` does, and says what was refused of what somebody asked for. That a headline was shown nobody asked
 * for, and is told again.
 */
export function tellingSend(send: Send, note: Signal<Note | null>): Send {
	return async (command, ask) => {
		const outcome = await send(command, ask);
		if (!outcome.ok && Object(ask).act !== "shown") {
			const { sayTrouble } = await import("../words/trouble");
			note.value = { text: sayTrouble(outcome.trouble) };
		}
		return outcome;
	};
}
