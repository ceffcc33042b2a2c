import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { createNotes } from "@/components/signals/notes";
import { createSafekeeping } from "@/components/signals/safekeeping";
import { createWork } from "@/components/signals/work";
import type { SetAside } from "@/data/model/set-aside";
import type { SnapshotFacts } from "@/data/model/snapshot";
import { failed, fine, type Outcome, type TroubleCode } from "@/data/model/trouble";
import { fakeBackground } from "../support/background";

const snapshot: SnapshotFacts = {
	id: 3,
	takenAt: 0,
	why: "day",
	bytes: 900,
	sources: 1,
	rules: 0,
	marks: 2,
	saved: 1,
};
const piece: SetAside = { id: 8, at: 0, where: "sources", place: 1, why: "misshapen", what: { half: true } };

function open(answers: Record<string, Outcome<unknown>> = {}) {
	const background = fakeBackground(answers);
	const notes = createNotes();
	const front = {
		health: signal<TroubleCode | null>(null),
		damage: signal<TroubleCode | null>(null),
		safeAt: signal(0),
	};
	const isShown = signal(false);
	const readSnapshots = vi.fn(async () => [snapshot]);
	const model = createSafekeeping({
		front,
		send: background.send,
		notes,
		work: createWork(notes),
		readSnapshots,
		readSetAside: async () => [piece],
		isShown,
		clock: () => Date.UTC(2026, 0, 2),
	});
	return { model, front, isShown, notes, readSnapshots, told: background.told };
}

test("snapshots are read while somebody looks, and again when one comes", async () => {
	const { model, front, isShown, readSnapshots } = open();
	expect(readSnapshots).not.toHaveBeenCalled();
	isShown.value = true;
	await vi.waitFor(() => expect(model.snapshots.value).toEqual([snapshot]));
	front.safeAt.value = 1;
	expect(readSnapshots).toHaveBeenCalledTimes(2);
});

test("what was found damaged is told until what was set aside has been seen", async () => {
	const { front, isShown, told } = open({ sawSetAside: fine(null) });
	front.damage.value = "set-aside";
	expect(told).toEqual([]);
	isShown.value = true;
	await vi.waitFor(() => expect(told).toEqual([{ command: "sawSetAside", ask: null }]));
});

test("what was set aside is a file as it was found", async () => {
	const { model, isShown } = open();
	isShown.value = true;
	await vi.waitFor(() => expect(model.setAside.value).toHaveLength(1));
	const file = model.exportSetAside();
	expect(file.name).toBe("headline-ticker-set-aside-2026-01-02.json");
	expect(JSON.parse(await file.text())).toEqual([piece]);
});

describe("bringing back", () => {
	test("offers to undo it, by the snapshot that was taken first", async () => {
		const { model, notes, told } = open({ bringBack: fine({ undo: 9 }) });
		await model.bringBack(snapshot);
		expect(notes.status.value?.text).toMatch(/^The snapshot is back\./);
		notes.status.value?.action?.act();
		await vi.waitFor(() => expect(notes.status.value?.text).toBe("All is as it was before."));
		expect(told.map(({ ask }) => ask)).toEqual([{ snapshot: 3 }, { snapshot: 9 }]);
	});

	test("is done once, though it is pressed twice", async () => {
		const { model, told } = open({ bringBack: fine({ undo: 9 }) });
		await Promise.all([model.bringBack(snapshot), model.bringBack(snapshot)]);
		expect(told).toHaveLength(1);
	});

	test("of one that is damaged is refused with a sentence", async () => {
		const { model, notes } = open({ bringBack: failed("snapshot-broken") });
		await model.bringBack(snapshot);
		expect(notes.alert.value?.text).toMatch(/too damaged/);
	});
});

test("a look at every record says how many were set aside", async () => {
	const whole = open({ checkArchive: fine(0) });
	await whole.model.check();
	expect(whole.notes.status.value?.text).toBe("All is whole.");
	const broken = open({ checkArchive: fine(2) });
	await broken.model.check();
	expect(broken.notes.status.value?.text).toBe("2 damaged records set aside.");
});
