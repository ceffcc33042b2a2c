import {
	type BackupChoices,
	type BackupCounts,
	type BackupFacts,
	type BackupPart,
	type FormerSources,
	noRecords,
} from "../../model/backup";
import { writeOpml } from "../opml/opml";
import { readDirectory } from "./directory";
import { PART_BYTES, UNPACKED_LIMIT } from "./limits";
import { MANIFEST, partName, SINGLE, writeManifest } from "./manifest";
import { beginPacking } from "./pack";
import { faultIn, readRecord } from "./records";

/** A backup that is being written. */
interface BackupWriter {
	/** Adds records; all of one kind come together. */
	add(part: BackupPart): Promise<void>;
	/**
	 * Ends it, and answers it with what it says of itself.
	 *
	 * @throws {BackupError} where it is more than could be read again
	 */
	end(): Promise<{ file: Blob; facts: BackupFacts; leftOut: number }>;
}

const json = (value: unknown) => `${JSON.stringify(value, null, "\t")}\n`;

/** Without the sizes of recordings that their feeds have made up: for one of them no text is left out. */
const tidied = (record: BackupPart["records"][number]) =>
	"media" in record && record.media
		? {
				...record,
				media: record.media.map(({ length, ...media }) =>
					length !== undefined && length <= Number.MAX_SAFE_INTEGER ? { ...media, length } : media,
				),
			}
		: record;

/** A record as it is written; undefined for one that couldn't be read again, and would spoil the whole. */
function written({ kind, records }: BackupPart, place: number): string | undefined {
	const found = records[place];
	const record: unknown = found && tidied(found);
	if (faultIn(record) || readRecord(kind, record) === undefined) return undefined;
	const text = JSON.stringify(record);
	// A character takes three bytes at most.
	return text.length * 3 < UNPACKED_LIMIT ? text : undefined;
}

/** Begins a backup of what the user has chosen, and of former sources. */
export async function beginBackup(
	choices: BackupChoices,
	former: FormerSources,
	{ madeAt, product }: Pick<BackupFacts, "madeAt" | "product">,
): Promise<BackupWriter> {
	const { sources, settings, rules } = choices;
	const counts: BackupCounts = {
		sources: sources.length,
		former: former.length,
		rules: rules.length,
		...noRecords(),
	};
	const packing = beginPacking(madeAt);
	const opml = writeOpml(sources, { title: "Headline Ticker", createdAt: new Date(madeAt) });
	await packing.add(SINGLE.opml, opml);
	await packing.add(SINGLE.sources, json(sources));
	if (former.length > 0) await packing.add(SINGLE.former, json(former));
	await packing.add(SINGLE.settings, json(settings));
	await packing.add(SINGLE.rules, json(rules));

	let kind: BackupPart["kind"] = "headlines";
	let nth = 0;
	let leftOut = 0;
	let waiting: string[] = [];
	let size = 0;
	const flush = async () => {
		if (waiting.length === 0) return;
		nth += 1;
		await packing.add(partName(kind, nth), `[\n${waiting.join(",\n")}\n]\n`);
		waiting = [];
		size = 0;
	};
	return {
		async add(part) {
			if (part.kind !== kind) {
				await flush();
				kind = part.kind;
				nth = 0;
			}
			for (const [place, record] of part.records.entries()) {
				const text = written(part, place);
				if (text === undefined) {
					leftOut += 1;
					continue;
				}
				if (size + text.length > PART_BYTES) await flush();
				waiting.push(text);
				size += text.length;
				counts[part.kind] += 1;
				if ("saved" in record && record.saved !== undefined) counts.saved += 1;
			}
		},
		async end() {
			await flush();
			const facts = { madeAt, product, counts };
			await packing.add(MANIFEST, writeManifest(facts));
			const file = packing.end();
			// What can't be restored is no backup, and this is when something can still be done about it.
			await readDirectory(file);
			return { file, facts, leftOut };
		},
	};
}
