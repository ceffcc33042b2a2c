import type { ReadonlySignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { type Followed, follow } from "@/components/signals/follow";
import { createFrontPage } from "@/components/signals/front-page";
import type { NewTabPage } from "@/components/signals/new-tab";
import { createNotes } from "@/components/signals/notes";
import { FrontPage } from "@/components/ticker/front-page";
import { send } from "@/data/send";
import { readItems, watchItems } from "@/data/store/items";

interface Surroundings {
	front: Followed<"nextLookAt" | "ticker">;
	page: NewTabPage;
	now: ReadonlySignal<number>;
}

/** Puts a new tab's front page together. It needs all that the front has, where a ticker needs its run alone. */
export async function openFrontPage({ front, page, now }: Surroundings): Promise<ComponentType> {
	const all = await follow({ readItems, watchItems }, ["headlines", "marks", "sources"]);
	const notes = createNotes();
	const frontPage = createFrontPage({ ...front, ...all }, send, notes, Date.now);
	return () => <FrontPage page={frontPage} notes={notes} now={now} onMute={page.mute} />;
}
