import type { BackupChoices, Restored, RestoreWay, Steps } from "../model/backup";
import { mergeChoices, twinsOf } from "../model/merge-choices";
import type { Source } from "../model/source";
import { failed, fine, type Outcome } from "../model/trouble";
import { act } from "./act";
import { SOURCES_LIMIT_BYTES } from "./acts";
import { applyBackup } from "./apply-backup";
import { showBadge } from "./badge";
import { readItems, writeItems } from "./items";
import { settleOwed } from "./owed";
import { clearStaging, readStaged, readStagedParts } from "./staging";
import type { Store } from "./store";
import { keepPresent } from "./take-snapshot";

const isTooMuch = (sources: readonly Source[]): boolean =>
	new TextEncoder().encode(JSON.stringify(sources)).length > SOURCES_LIMIT_BYTES;

/** So often pages are told how far a restore has come, however much it is. */
const TIMES_TOLD = 40;

const tell = (restoring: Steps | null) => {
	writeItems({ restoring }).catch((cause) => console.error("How far a restore has come isn’t told.", cause));
};
const tellNothing = () => tell(null);
const tellSteps = ({ done, total }: Steps) => {
	if (done % Math.ceil(total / TIMES_TOLD) === 0) tell({ done, total });
};

/** Forgets what was staged and isn't wanted any more; where that fails, the next page that stages a backup does it. */
const forget = (id: string): Promise<void> =>
	clearStaging(id).catch((cause) => console.error("What was restored could not be forgotten.", cause));

/**
 * Restores the backup that is staged under an id. What there was is kept as a snapshot first, by which it is undone.
 * It happens at once or not at all: the archive takes it in one transaction, which also notes what extension storage
 * is to hold by it. Where the archive refuses, nothing has changed; stopped or refused after it, what is owed is
 * written before anything else is done ({@link settleOwed}).
 */
export function restore(
	store: Store,
	id: string,
	way: RestoreWay,
): Promise<Outcome<Omit<Restored, "waiting"> & { fresh: Source[] }>> {
	return act(store, async (archive) => {
		const staged = await readStaged(id);
		if (!staged) return failed("unknown-backup");
		const before: BackupChoices = await readItems(["sources", "settings", "rules"]);
		const owed = way === "merge" ? mergeChoices(before, staged.choices) : staged.choices;
		const { former } = staged;
		// They are named in extension storage too.
		if (isTooMuch([...owed.sources, ...former])) return failed("backup-crowded");
		const parts = await readStagedParts(id);
		const { id: undo } = await keepPresent(archive, "restore", store.now());
		const { madeAt } = staged.facts;
		const twins = twinsOf(way === "merge" ? before.sources : [], staged.choices.sources);
		const followed = before.sources;
		const how = { way, madeAt, followed, twins, former, owed, now: store.now(), told: tellSteps };
		const headlines = await applyBackup(archive, parts, how).finally(tellNothing);
		await settleOwed(archive);
		await forget(id);
		await showBadge(store);
		const known = new Set(before.sources.map(({ id }) => id));
		const fresh = owed.sources.filter(({ id }) => !known.has(id));
		return fine({ undo, headlines, sources: fresh.length, fresh });
	});
}
