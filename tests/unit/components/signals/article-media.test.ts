import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { createArticleMedia } from "@/components/signals/article-media";
import { createNotes } from "@/components/signals/notes";
import { DEFAULT_SETTINGS } from "@/data/model/settings";
import { fine } from "@/data/model/trouble";
import { fakeBackground } from "../support/background";

test("how far a recording has been heard is kept, and known to the next player of it", () => {
	const { send, told } = fakeBackground({ keepPlace: fine(null) });
	const media = createArticleMedia({
		settings: signal(DEFAULT_SETTINGS),
		send,
		notes: createNotes(),
		askAccess: async () => true,
	});
	const url = "https://talks.example/1.mp3";
	expect(media.heardOf("a", url)).toBeUndefined();
	media.noteHeard("a", url, 42);
	media.noteHeard("a", url, 0);
	expect([media.heardOf("a", url), media.heardOf("b", url)]).toEqual([0, undefined]);
	expect(told.at(0)).toEqual({ command: "keepPlace", ask: { id: "a", heard: { [url]: 42 } } });
});
