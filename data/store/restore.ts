import type { BackupChoices, Restored, RestoreWay } from "../model/backup";
import { mergeChoices } from "../model/merge-choices";
import type { Polls, Source } from "../model/source";
import { failed, fine, type Outcome } from "../model/trouble";
import { act } from "./act";
import { SOURCES_LIMIT_BYTES } from "./acts";
import { applyBackup } from "./apply-backup";
import { showBadge } from "./badge";
import { applyAll } from "./bring-back";
import type { Archive } from "./database";
import { readItems, writeItems } from "./items";
import { readSqueezedSnapshot } from "./last-snapshot";
import { readSnapshots, readSqueezed } from "./safe";
import {
	clearStaging,
	orderRestore,
	type RestoreOrder,
	readStaged,
	readStagedParts,
	type Staged,
} from "./staging";
import type { Store } from "./store";
import { keepPresent } from "./take-snapshot";

/** What is chosen once a backup is restored. */
const choicesAfter = ({ choices }: Staged, { way, before }: RestoreOrder): BackupChoices =>
	way === "merge" ? mergeChoices(before, choices) : choices;

/** What polling has learnt of the sources that stay where they were; the others are asked as for the first time. */
function pollsAfter({ sources, polls }: RestoreOrder["before"], after: readonly Source[]): Polls {
	const urls = new Map(sources.map(({ id, url }) => [id, url]));
	const staying = after.filter(({ id, url }) => urls.has(id) && urls.get(id) === url);
	return Object.fromEntries(staying.flatMap(({ id }) => (polls[id] ? [[id, polls[id]]] : [])));
}

/** Forgets what was staged and isn't wanted any more; the next page that stages a backup does else. */
const forget = (id: string): Promise<void> =>
	clearStaging(id).catch((cause) => console.error("What was restored could not be forgotten.", cause));

/** Restores what is staged and ordered; answers how many headlines came anew. It can be repeated. */
async function carryOut(archive: Archive, staged: Staged, order: RestoreOrder, now: number): Promise<number> {
	const { before, way } = order;
	const { sources, settings, rules } = choicesAfter(staged, order);
	let headlines: number;
	try {
		const parts = await readStagedParts(staged.id);
		// From here on it is ended, be the background stopped or not.
		await writeItems({
			sources,
			settings,
			rules,
			polls: pollsAfter(before, sources),
			restoring: staged.id,
		});
		const { madeAt } = staged.facts;
		const followed = before.sources;
		headlines = await applyBackup(archive, parts, { way, madeAt, followed, sources, rules, now });
	} catch (cause) {
		// The archive stayed as it was; what it was with fitted.
		await writeItems({ ...before, restoring: null });
		throw cause;
	}
	await writeItems({ restoring: null });
	await forget(staged.id);
	return headlines;
}

/** Makes all as it was where what was to be restored is gone, by the snapshot that was taken before; and that is said. */
async function takeBack(archive: Archive, now: number): Promise<void> {
	const [last] = await readSnapshots();
	// No other was taken since: nothing is done before a restore is ended.
	const squeezed = last?.why === "restore" ? await readSqueezed(last.id) : undefined;
	const snapshot = squeezed && (await readSqueezedSnapshot(squeezed));
	if (snapshot) await applyAll(archive, snapshot, now);
	await writeItems({ restoring: null, damage: snapshot ? "restore-undone" : "restore-lost" });
}

/**
 * Ends what was begun to be restored, by a background that was stopped or before storage refused to go on; what can't
 * be ended is taken back, and that is said. Rejects where neither can be stored: nothing else may be done to the store
 * until it is. The caller holds the lock, and nobody has changed anything since.
 */
export async function finishRestoring(archive: Archive, now: number): Promise<void> {
	const { restoring } = await readItems(["restoring"]);
	if (restoring === null) return;
	const staged = await readStaged(restoring);
	if (!staged?.order) return takeBack(archive, now);
	try {
		await carryOut(archive, staged, staged.order, now);
	} catch (cause) {
		console.error("A backup could not be restored to its end.", cause);
		const { restoring } = await readItems(["restoring"]);
		if (restoring !== null) throw cause;
		await writeItems({ damage: "restore-undone" });
	}
}

const isTooMuch = (sources: readonly Source[]): boolean =>
	new TextEncoder().encode(JSON.stringify(sources)).length > SOURCES_LIMIT_BYTES;

/**
 * Restores the backup that is staged under an id. What there was is kept as a snapshot first, by which it is undone.
 * It happens at once or not at all: the lists in extension storage in one write, then the archive in one transaction,
 * and where that is refused the lists become what they were. Stopped in between, or where not even that can be
 * stored, {@link finishRestoring} ends it; ./ending-first.ts sees to it that nothing is done before.
 */
export function restore(
	store: Store,
	id: string,
	way: RestoreWay,
): Promise<Outcome<Omit<Restored, "waiting"> & { fresh: Source[] }>> {
	return act(store, async (archive) => {
		const staged = await readStaged(id);
		if (!staged) return failed("unknown-backup");
		const before = await readItems(["sources", "settings", "rules", "polls"]);
		const order = { way, before };
		const { sources } = choicesAfter(staged, order);
		if (isTooMuch(sources)) return failed("backup-crowded");
		const { id: undo } = await keepPresent(archive, "restore", store.now());
		await orderRestore(staged, order);
		const headlines = await carryOut(archive, staged, order, store.now());
		await showBadge();
		const { damage } = await readItems(["damage"]);
		if (damage === "restore-undone" || damage === "restore-lost") await writeItems({ damage: null });
		const known = new Set(before.sources.map(({ id }) => id));
		const fresh = sources.filter(({ id }) => !known.has(id));
		return fine({ undo, headlines, sources: fresh.length, fresh });
	});
}
