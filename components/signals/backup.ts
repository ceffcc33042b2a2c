import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { BackupFacts, Restored, RestoreWay, Steps } from "@/data/model/backup";
import { failed, type Outcome } from "@/data/model/trouble";
import { countOf } from "../words/count";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";
import type { Work } from "./work";

/** A backup that was looked through and can be restored. */
export interface LookedInto {
	/** The name of its file. */
	name: string;
	/** What it is staged under. */
	id: string;
	facts: BackupFacts;
}

/** Everything that is kept as one file, out and in. */
export interface Backup {
	/** How far what is going on has come; null while nothing is. */
	readonly steps: ReadonlySignal<Steps | null>;
	/** The backup that can be restored. */
	readonly found: ReadonlySignal<LookedInto | null>;
	/** Makes a backup and hands it to the browser's downloads; that there is too much for one is told. */
	make(): Promise<void>;
	/** Looks through a file; what is wrong with it is told. */
	look(file: File): Promise<void>;
	/** Restores what was found, and offers to undo it. */
	restore(way: RestoreWay): Promise<void>;
	/** Lets what was found be. */
	letBe(): void;
}

/** What makes backups and looks into them; data/refresh has the real ones, which are loaded when they are wanted. */
export interface BackupKit {
	makeBackup(
		told: (steps: Steps) => void,
	): Promise<Outcome<{ file: File; facts: BackupFacts; leftOut: number }>>;
	stageBackup(
		file: Blob,
		id: string,
		told: (steps: Steps) => void,
	): Promise<Outcome<{ id: string; facts: BackupFacts }>>;
	clearStaging(id: string): Promise<void>;
}

interface BackupParts {
	send: Send;
	notes: Notes;
	work: Work;
	kit: BackupKit;
	/** How far the background has come with a restore. */
	restoring: ReadonlySignal<Steps | null>;
	download(file: File): void;
	newId: () => string;
}

const size = new Intl.NumberFormat("en", { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });

/** Says what was made: "headline-ticker-backup-2026-01-02.zip has 1,204 headlines and 3.1 MB." */
const sayMade = (file: File, { counts }: BackupFacts, leftOut: number): string =>
	[
		`${file.name} has ${countOf(counts.headlines, "headline")} and ${size.format(Math.max(0.1, file.size / 1e6))}. Keep it in a safe place.`,
		leftOut > 0 && `${countOf(leftOut, "damaged record")} couldn’t be in it.`,
	]
		.filter(Boolean)
		.join(" ");

/** Says what came of a restore. */
const sayRestored = ({ headlines, sources, waiting }: Restored, way: RestoreWay): string =>
	[
		way === "merge" ? "The backup is merged" : "All is as the backup says",
		`: ${countOf(sources, "source")} and ${countOf(headlines, "headline")} came anew.`,
		waiting > 0 &&
			` ${countOf(waiting, "source waits", "sources wait")} for your permission: allow that on Sources.`,
	]
		.filter(Boolean)
		.join("");

/** Makes the model of backups. */
export function createBackup(parts: BackupParts): Backup {
	const { send, notes, work, kit, restoring, download, newId } = parts;
	const own = signal<Steps | null>(null);
	const found = signal<LookedInto | null>(null);
	const told = (told: Steps) => {
		own.value = told;
	};
	const alone = (words: string, act: () => Promise<void>) =>
		work.alone(words, async () => {
			try {
				await act();
			} finally {
				own.value = null;
			}
		});
	const undo = (snapshot: number) =>
		work.alone("Bringing it back…", async () => {
			if (notes.take(await send("bringBack", { snapshot }))) notes.tell("All is as it was before.");
		});
	return {
		steps: computed(() => own.value ?? restoring.value),
		found,
		make: () =>
			alone("Making a backup…", async () => {
				const made = notes.take(await kit.makeBackup(told));
				if (!made) return;
				const { file, facts, leftOut } = made;
				download(file);
				notes.tell(sayMade(file, facts, leftOut));
			}),
		look: (file) =>
			alone(`Looking through ${file.name}…`, async () => {
				found.value = null;
				const staged = await kit.stageBackup(file, newId(), told).catch((cause: unknown) => {
					console.error(`${file.name} could not be read.`, cause);
					return failed("file-unreadable", { about: file.name });
				});
				const looked = notes.take(staged);
				if (looked) found.value = { name: file.name, ...looked };
			}),
		async restore(way) {
			const backup = found.value;
			if (!backup) return;
			await alone(way === "merge" ? "Merging…" : "Replacing…", async () => {
				const outcome = await send("restoreBackup", { staged: backup.id, way });
				const isGone = !outcome.ok && outcome.trouble.code === "unknown-backup";
				if (outcome.ok || isGone) found.value = null;
				const restored = notes.take(outcome);
				if (!restored) return;
				notes.tell(sayRestored(restored, way), { label: "Undo", act: () => void undo(restored.undo) });
			});
		},
		letBe() {
			const backup = found.value;
			if (!backup) return;
			found.value = null;
			kit
				.clearStaging(backup.id)
				.catch((cause) => console.error("What was staged could not be forgotten.", cause));
		},
	};
}
