import type { Signal } from "@preact/signals";
import type { SourceId } from "@/data/model/headline";
import type { Note } from "../ui/notice";
import { sayTrouble } from "../words/trouble";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";

/** Mutes a source for good; tells so, and offers to undo it. */
export async function muteSource(
	source: SourceId,
	title: string,
	send: Send,
	notes: Pick<Notes, "tell" | "take">,
): Promise<void> {
	const match = { kind: "source", source } as const;
	const rule = notes.take(await send("addRule", { act: "mute", match, where: "title" }));
	if (!rule) return;
	const undo = async () => {
		if (notes.take(await send("removeRule", { id: rule.id }))) notes.tell(`${title} is no longer muted.`);
	};
	notes.tell(`${title} is muted.`, { label: "Undo", act: () => void undo() });
}

/** The same for a page that has one place for what happened and what failed. */
export const muteOnPage = (
	source: SourceId,
	title: string,
	send: Send,
	place: Signal<Note | null>,
): Promise<void> =>
	muteSource(source, title, send, {
		tell: (text, action) => {
			place.value = action ? { text, action } : { text };
		},
		take: (outcome) => {
			if (outcome.ok) return outcome.value;
			place.value = { text: sayTrouble(outcome.trouble) };
			return null;
		},
	});
