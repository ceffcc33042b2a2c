import {
	BACKUP_KINDS,
	type BackupChoices,
	type BackupCounts,
	type BackupFacts,
	type BackupKind,
	type BackupPart,
	type FormerSources,
	noRecords,
	type Steps,
} from "../../model/backup";
import { once } from "../../model/once";
import { readSettings } from "../../model/settings";
import { BackupError } from "./backup-error";
import { type Entry, readDirectory } from "./directory";
import { kindOf, MANIFEST, readManifest, SINGLE, versionIn } from "./manifest";
import { faultIn, readRecord, readRule, readSource } from "./records";
import { BACKUP_STEPS, isNewer, migrated } from "./steps";
import { unpack } from "./unpack";

/** A backup whose directory has been read, and whose parts haven't. */
interface OpenBackup {
	facts: BackupFacts;
	choices: BackupChoices;
	former: FormerSources;
	/** All parts, in the order in which they are restored, each read when it is its turn. */
	parts(told: (steps: Steps) => void): AsyncGenerator<BackupPart>;
}

/** The list of sources is one item in extension storage; Chrome gives an extension 10 MB for all of them. */
const CHOICES_LIMIT = 6_000_000;

/** What a file in a backup holds, as it is written. */
async function readJson(file: Blob, entry: Entry): Promise<unknown> {
	const bytes = await unpack(file, entry);
	let written: unknown;
	try {
		written = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch (cause) {
		throw new BackupError("backup-misshapen", entry.name, cause);
	}
	const fault = faultIn(written);
	if (fault) throw new BackupError(fault, entry.name);
	return written;
}

/** The records in a file, each as its reader makes it. */
function readAll<T>(name: string, written: unknown, read: (record: unknown) => T | undefined): T[] {
	if (!Array.isArray(written)) throw new BackupError("backup-misshapen", name);
	return written.map((record: unknown) => {
		const whole = read(record);
		if (whole === undefined) throw new BackupError("backup-misshapen", name);
		return whole;
	});
}

/** The settings that a file holds; what a setting can't be takes its default. */
function readSettingsIn(name: string, written: unknown) {
	if (typeof written !== "object" || written === null || Array.isArray(written))
		throw new BackupError("backup-misshapen", name);
	return readSettings(written);
}

function versionOf(written: unknown): number {
	const version = versionIn(written);
	if (version === undefined) throw new BackupError("backup-unknown");
	if (isNewer(version)) throw new BackupError("backup-newer");
	return version;
}

function factsIn(written: unknown): BackupFacts {
	const facts = readManifest(written);
	if (!facts) throw new BackupError("backup-misshapen", MANIFEST);
	return facts;
}

// Records of a kind are in a part of that kind, which the compiler doesn't see for one that isn't known yet.
const readPart = <Kind extends BackupKind>(kind: Kind, name: string, written: unknown) =>
	({ kind, records: readAll(name, written, (record) => readRecord(kind, record)) }) as BackupPart;

/** Sees to it that just as much comes as was said. */
function createTally({ counts }: BackupFacts) {
	const found = noRecords();
	return {
		add({ kind, records }: BackupPart) {
			found[kind] += records.length;
			if (kind === "marks") found.saved += records.filter(({ saved }) => saved !== undefined).length;
		},
		check() {
			const kinds: (keyof BackupCounts & keyof typeof found)[] = [...BACKUP_KINDS, "saved"];
			if (kinds.some((kind) => found[kind] !== counts[kind])) throw new BackupError("backup-incomplete");
		},
	};
}

/**
 * Opens a backup: reads its directory, what it says of itself and what the user had chosen. Nothing of it has
 * been believed that wasn't looked at; its parts are looked at as they are read.
 *
 * @throws {BackupError} where it isn't a backup that can be read here
 */
export async function openBackup(file: Blob, steps = BACKUP_STEPS): Promise<OpenBackup> {
	const entries = await readDirectory(file);
	const find = (name: string) => entries.find((entry) => entry.name === name);
	const manifest = find(MANIFEST);
	if (!manifest) throw new BackupError("backup-unknown");
	const said = await readJson(file, manifest);
	const version = versionOf(said);
	const facts = factsIn(migrated(MANIFEST, said, version, steps));

	const known = new Set<string>([MANIFEST, ...Object.values(SINGLE)]);
	const stranger = entries.find(({ name }) => !known.has(name) && kindOf(name) === undefined);
	if (stranger) throw new BackupError("backup-stranger", stranger.name);

	const readOne = async <T>(name: string, read: (name: string, written: unknown) => T): Promise<T> => {
		const entry = find(name);
		if (!entry) throw new BackupError("backup-incomplete", name);
		if (entry.unpacked > CHOICES_LIMIT) throw new BackupError("backup-crowded", name);
		return read(name, migrated(name, await readJson(file, entry), version, steps));
	};
	const sources = await readOne(SINGLE.sources, (name, written) => readAll(name, written, readSource));
	const settings = await readOne(SINGLE.settings, readSettingsIn);
	const rules = await readOne(SINGLE.rules, (name, written) => readAll(name, written, readRule));
	// There is none where there are no such sources, nor in the first backups of this form.
	const former = find(SINGLE.former)
		? await readOne(SINGLE.former, (name, written) => readAll(name, written, readSource))
		: [];
	const { counts } = facts;
	const isWhole =
		counts.sources === sources.length && counts.former === former.length && counts.rules === rules.length;
	if (!isWhole) throw new BackupError("backup-incomplete");

	async function* parts(told: (steps: Steps) => void): AsyncGenerator<BackupPart> {
		const tally = createTally(facts);
		const inOrder = BACKUP_KINDS.flatMap((kind) =>
			entries.filter(({ name }) => kindOf(name) === kind).map((entry) => ({ kind, entry })),
		);
		for (const [done, { kind, entry }] of inOrder.entries()) {
			told({ done, total: inOrder.length });
			const written = migrated(entry.name, await readJson(file, entry), version, steps);
			const part = readPart(kind, entry.name, written);
			tally.add(part);
			yield part;
		}
		tally.check();
	}
	const choices = { sources: once(sources), settings, rules: once(rules) };
	return { facts, choices, former: once(former), parts };
}
