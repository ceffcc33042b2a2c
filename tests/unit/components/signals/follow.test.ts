import { describe, expect, test } from "vitest";
import { follow, type Stored } from "@/components/signals/follow";
import { DEFAULT_SETTINGS, type Settings } from "@/data/model/settings";

/** A store of settings that answers a read only when it is told to. */
function slowStore() {
	const answers: (() => void)[] = [];
	const listeners: ((changed: { settings: Settings }) => void)[] = [];
	const stored = {
		readItems: () => new Promise((resolve) => answers.push(() => resolve({ settings: DEFAULT_SETTINGS }))),
		watchItems: (_keys: unknown, onChange: (changed: { settings: Settings }) => void) => {
			listeners.push(onChange);
			return () => undefined;
		},
		// These tests follow the settings alone.
	} as unknown as Stored<"settings">;
	return {
		stored,
		answer() {
			for (const give of answers) give();
		},
		change(settings: Settings) {
			for (const listen of listeners) listen({ settings });
		},
	};
}

const dark: Settings = { ...DEFAULT_SETTINGS, theme: "dark" };

describe("following stored items", () => {
	test("a change while the first read is under way is not lost", async () => {
		const store = slowStore();
		const following = follow(store.stored, ["settings"]);
		store.change(dark);
		store.answer();
		expect((await following).settings.value).toEqual(dark);
	});

	test("a later change moves the signal", async () => {
		const store = slowStore();
		const following = follow(store.stored, ["settings"]);
		store.answer();
		const { settings } = await following;
		store.change(dark);
		expect(settings.value).toEqual(dark);
	});
});
