import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import type { Send } from "@/components/signals/headline-list";
import { muteOnPage, muteSource } from "@/components/signals/mute-source";
import { createNotes } from "@/components/signals/notes";
import type { Note } from "@/components/ui/notice";
import { failed, fine } from "@/data/model/trouble";
import { fakeBackground } from "../support/background";

/** The places that sources are muted in, each with what it has told last. */
const PLACES = {
	"a list": (send: Send) => {
		const notes = createNotes();
		return {
			mute: () => muteSource("s", "Harbour Post", send, notes),
			told: () => notes.alert.value ?? notes.status.value,
		};
	},
	"a new tab": (send: Send) => {
		const place = signal<Note | null>(null);
		return { mute: () => muteOnPage("s", "Harbour Post", send, place), told: () => place.value };
	},
};

describe.each(Object.entries(PLACES))("a source that is muted in %s", (_, open) => {
	test("is told of, and heard again by undo", async () => {
		const background = fakeBackground({ addRule: fine({ id: "r" }), removeRule: fine({ id: "r" }) });
		const { mute, told } = open(background.send);
		await mute();
		expect(told()?.text).toBe("Harbour Post is muted.");
		told()?.action?.act();
		await vi.waitFor(() => expect(told()).toEqual({ text: "Harbour Post is no longer muted." }));
		expect(background.told).toEqual([
			{
				command: "addRule",
				ask: { act: "mute", match: { kind: "source", source: "s" }, where: "title" },
			},
			{ command: "removeRule", ask: { id: "r" } },
		]);
	});

	test("is said not to be where that fails", async () => {
		const { mute, told } = open(fakeBackground({ addRule: failed("storage-failed") }).send);
		await mute();
		expect(told()?.text).toContain("couldn’t store");
		expect(told()?.action).toBeUndefined();
	});
});
