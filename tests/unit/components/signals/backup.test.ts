import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { type BackupKit, createBackup } from "@/components/signals/backup";
import { createNotes } from "@/components/signals/notes";
import { createWork } from "@/components/signals/work";
import type { BackupFacts, Steps } from "@/data/model/backup";
import { failed, fine, type Outcome } from "@/data/model/trouble";
import { fakeBackground } from "../support/background";

const counts = {
	sources: 2,
	former: 0,
	rules: 0,
	headlines: 1_204,
	articles: 9,
	fullTexts: 0,
	revisions: 0,
	places: 0,
	marks: 5,
	saved: 1,
};
const facts: BackupFacts = { madeAt: 0, product: "9.9.9", counts };
const made = new File(["x".repeat(3_140_000)], "made.zip");

function open(answers: Record<string, Outcome<unknown>> = {}, more: Partial<BackupKit> = {}) {
	const background = fakeBackground(answers);
	const notes = createNotes();
	const download = vi.fn();
	const restoring = signal<Steps | null>(null);
	const clearStaging = vi.fn(async () => {});
	const kit: BackupKit = {
		makeBackup: async () => fine({ file: made, facts, leftOut: 0 }),
		stageBackup: async (_file, id) => fine({ id, facts }),
		clearStaging,
		...more,
	};
	const backup = createBackup({
		send: background.send,
		notes,
		work: createWork(notes),
		kit,
		restoring,
		download,
		newId: () => "one",
	});
	return { backup, notes, download, clearStaging, restoring, told: background.told };
}

const chosen = new File([], "chosen.zip");

describe("making a backup", () => {
	test("hands it to the downloads, and says what is in it", async () => {
		const { backup, notes, download } = open();
		await backup.make();
		expect(download).toHaveBeenCalledWith(made);
		expect(notes.status.value?.text).toBe(
			"made.zip has 1,204 headlines and 3.1 MB. Keep it in a safe place.",
		);
	});

	test("says how far it has come until it ends, and what was left out", async () => {
		const seen: unknown[] = [];
		const { backup, notes } = open(
			{},
			{
				makeBackup: async (told) => {
					told({ done: 1, total: 4 });
					seen.push(backup.steps.value);
					return fine({ file: made, facts, leftOut: 2 });
				},
			},
		);
		await backup.make();
		expect(seen).toEqual([{ done: 1, total: 4 }]);
		expect(backup.steps.value).toBeNull();
		expect(notes.status.value?.text).toMatch(/2 damaged records couldn’t be in it\.$/);
	});

	test("isn’t handed out where it couldn’t be restored, and that is said", async () => {
		const { backup, notes, download } = open({}, { makeBackup: async () => failed("backup-outgrown") });
		await backup.make();
		expect(download).not.toHaveBeenCalled();
		expect(notes.alert.value?.text).toMatch(/more here than one backup can hold/);
	});
});

describe("restoring", () => {
	test("changes nothing before the user has chosen how", async () => {
		const { backup, told } = open();
		await backup.look(chosen);
		expect(backup.found.value).toEqual({ name: "chosen.zip", id: "one", facts });
		expect(told).toEqual([]);
	});

	test("says what came, and who waits for permission, and can be undone", async () => {
		const restored = fine({ undo: 7, headlines: 3, sources: 2, waiting: 1 });
		const { backup, notes, told } = open({ restoreBackup: restored, bringBack: fine({ undo: 8 }) });
		await backup.look(chosen);
		await backup.restore("merge");
		expect(notes.status.value?.text).toBe(
			"The backup is merged: 2 sources and 3 headlines came anew. 1 source waits for your permission: allow that on Sources.",
		);
		expect(backup.found.value).toBeNull();
		notes.status.value?.action?.act();
		await vi.waitFor(() => expect(notes.status.value?.text).toBe("All is as it was before."));
		expect(told).toEqual([
			{ command: "restoreBackup", ask: { staged: "one", way: "merge" } },
			{ command: "bringBack", ask: { snapshot: 7 } },
		]);
	});

	test("of a bad file is refused, and offers nothing", async () => {
		const { backup, notes } = open({}, { stageBackup: async () => failed("backup-encrypted") });
		await backup.look(chosen);
		expect(notes.alert.value?.text).toMatch(/locked with a password.*Nothing was changed\.$/);
		expect(backup.found.value).toBeNull();
	});

	test("of a file that can’t be read says that", async () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		const { backup, notes } = open({}, { stageBackup: () => Promise.reject(new Error("It has gone.")) });
		await backup.look(chosen);
		expect(notes.alert.value?.text).toBe(
			"chosen.zip couldn’t be read. Is it still there? Nothing was changed.",
		);
		vi.restoreAllMocks();
	});

	test("that is refused keeps what was found, to try it again", async () => {
		const { backup, notes } = open({ restoreBackup: failed("storage-full") });
		await backup.look(chosen);
		await backup.restore("replace");
		expect(notes.alert.value?.text).toMatch(/^There is no room left/);
		expect(backup.found.value).not.toBeNull();
	});

	test("says how far the background has come", async () => {
		const { backup, restoring } = open();
		restoring.value = { done: 3, total: 40 };
		expect(backup.steps.value).toEqual({ done: 3, total: 40 });
		restoring.value = null;
		expect(backup.steps.value).toBeNull();
	});

	test("is done once, though it is pressed twice", async () => {
		const restored = fine({ undo: 7, headlines: 3, sources: 2, waiting: 0 });
		const { backup, notes, told } = open({ restoreBackup: restored });
		await backup.look(chosen);
		await Promise.all([backup.restore("merge"), backup.restore("replace")]);
		expect(told).toHaveLength(1);
		expect(notes.status.value?.action?.label).toBe("Undo");
	});

	test("of what isn’t staged any more offers it no longer", async () => {
		const { backup, notes } = open({ restoreBackup: failed("unknown-backup") });
		await backup.look(chosen);
		await backup.restore("merge");
		expect(notes.alert.value?.text).toMatch(/isn’t at hand any more/);
		expect(backup.found.value).toBeNull();
	});

	test("can be let be", async () => {
		const { backup, clearStaging } = open();
		await backup.look(chosen);
		backup.letBe();
		expect(backup.found.value).toBeNull();
		expect(clearStaging).toHaveBeenCalled();
	});
});
