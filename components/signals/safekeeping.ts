import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { datedFileName } from "@/data/model/file-name";
import type { SetAside } from "@/data/model/set-aside";
import type { SnapshotFacts } from "@/data/model/snapshot";
import { failed, type Outcome, type TroubleCode } from "@/data/model/trouble";
import { countOf } from "../words/count";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";
import type { Work } from "./work";

/** Snapshots and what was set aside, and what can be done with them. */
export interface Safekeeping {
	/** Newest first. */
	readonly snapshots: ReadonlySignal<SnapshotFacts[]>;
	/** Newest first. */
	readonly setAside: ReadonlySignal<SetAside[]>;
	/** What keeps the store from being used. */
	readonly health: ReadonlySignal<TroubleCode | null>;
	take(): Promise<void>;
	/** Brings a snapshot back, and offers to undo it. */
	bringBack(snapshot: SnapshotFacts): Promise<void>;
	/** Looks at every record that is kept. */
	check(): Promise<void>;
	/** Everything that was set aside, as a file. */
	exportSetAside(): File;
	forgetSetAside(): Promise<void>;
	tryAgain(): Promise<void>;
	startAgain(): Promise<void>;
}

interface SafekeepingParts {
	front: Followed<"health" | "damage" | "safeAt">;
	send: Send;
	notes: Notes;
	work: Work;
	readSnapshots(): Promise<SnapshotFacts[]>;
	readSetAside(): Promise<SetAside[]>;
	/** Whether somebody looks. */
	isShown: ReadonlySignal<boolean>;
	/** Milliseconds since 1970. */
	clock: () => number;
}

/** Makes the model of snapshots and of what was set aside. */
export function createSafekeeping(parts: SafekeepingParts): Safekeeping {
	const { front, send, notes, work, isShown, clock } = parts;
	const snapshots = signal<SnapshotFacts[]>([]);
	const setAside = signal<SetAside[]>([]);

	const read = async () => {
		try {
			[snapshots.value, setAside.value] = await Promise.all([parts.readSnapshots(), parts.readSetAside()]);
		} catch (cause) {
			console.error("Snapshots could not be read.", cause);
			notes.take(failed("storage-unreadable"));
		}
	};
	effect(() => {
		// Read again whenever one comes or goes.
		front.safeAt.value;
		if (isShown.value) void read();
	});
	effect(() => {
		if (isShown.value && front.damage.value && setAside.value.length > 0) void send("sawSetAside", null);
	});

	const bringBack = (id: number, told: string): Promise<void> =>
		work.alone("Bringing it back…", async () => {
			const brought = notes.take(await send("bringBack", { snapshot: id }));
			if (brought)
				notes.tell(told, {
					label: "Undo",
					act: () => void bringBack(brought.undo, "All is as it was before."),
				});
		});
	/** Does what answers nothing but whether it went well. */
	const does = (going: string, ask: () => Promise<Outcome<null>>, told: string) =>
		work.alone(going, async () => {
			const outcome = await ask();
			if (outcome.ok) notes.tell(told);
			else notes.take(outcome);
		});

	return {
		snapshots,
		setAside,
		health: front.health,
		take: () =>
			work.alone("Taking a snapshot…", async () => {
				if (notes.take(await send("takeSnapshot", null))) notes.tell("A snapshot was taken.");
			}),
		bringBack: ({ id }) => bringBack(id, "The snapshot is back. Headlines that came since are here too."),
		check: () =>
			work.alone("Looking at what is kept…", async () => {
				const count = notes.take(await send("checkArchive", null));
				if (count === null) return;
				notes.tell(count === 0 ? "All is whole." : `${countOf(count, "damaged record")} set aside.`);
			}),
		exportSetAside() {
			const name = datedFileName("headline-ticker-set-aside", clock(), "json");
			const text = JSON.stringify(setAside.value, null, "\t");
			return new File([text], name, { type: "application/json" });
		},
		forgetSetAside() {
			const ids = setAside.value.map(({ id }) => id);
			return does("Deleting…", () => send("forgetSetAside", { ids }), "What was set aside is deleted.");
		},
		tryAgain: () => does("Opening what is kept…", () => send("ready", null), "All is here again."),
		startAgain: () =>
			does("Starting again…", () => send("startAgain", null), "What the last snapshot held is back."),
	};
}
