import type { Signal } from "@preact/signals";
import type { SourceId } from "@/data/model/headline";
import type { Note } from "../ui/notice";
import { sayTrouble } from "../words/trouble";
import type { Send } from "./headline-list";

/** Mutes a source for good; tells so, and offers to undo it. */
export async function muteSource(
	source: SourceId,
	title: string,
	send: Send,
	note: Signal<Note | null>,
): Promise<void> {
	const muted = await send("addRule", { act: "mute", match: { kind: "source", source }, where: "title" });
	if (!muted.ok) {
		note.value = { text: sayTrouble(muted.trouble) };
		return;
	}
	const undo = async () => {
		const undone = await send("removeRule", { id: muted.value.id });
		note.value = { text: undone.ok ? `${title} is back.` : sayTrouble(undone.trouble) };
	};
	note.value = { text: `${title} is muted.`, action: { label: "Undo", act: () => void undo() } };
}
