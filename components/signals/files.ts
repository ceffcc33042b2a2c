import { type ReadonlySignal, signal } from "@preact/signals";
import { decode } from "@/data/formats/feed/decode";
import { writeOpml } from "@/data/formats/opml/opml";
import type { ImportedLine } from "@/data/model/answers";
import { datedFileName } from "@/data/model/file-name";
import { failed } from "@/data/model/trouble";
import { countOf } from "../words/count";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";
import type { Work } from "./work";

/** Files in and out. */
export interface Files {
	/** What became of each line of the list that was imported last. */
	readonly report: ReadonlySignal<ImportedLine[]>;
	importFile(file: File): Promise<void>;
	/** The sources as OPML, for another reader. */
	exportOpml(): File;
}

/** The largest file that is read at all, in bytes. */
const FILE_LIMIT_BYTES = 10_000_000;

/**
 * A file's text, whatever encoding its byte order mark or its XML declaration gives; undefined where the file
 * can't be read, as one that has gone since it was chosen.
 */
async function textOf(file: File): Promise<string | undefined> {
	try {
		return decode(new Uint8Array(await file.arrayBuffer()));
	} catch (cause) {
		console.error(`${file.name} could not be read.`, cause);
		return undefined;
	}
}

/** Whether a file begins as a zip does; a backup is one. */
async function isZip(file: File): Promise<boolean> {
	const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
	return first === 0x50 && second === 0x4b;
}

/** Sums a report up: "12 sources added, 2 known already, 1 without a usable address". */
function sumUp(lines: ImportedLine[]): string {
	const count = (result: ImportedLine["result"]) => lines.filter((line) => line.result === result).length;
	const [added, known, broken] = [count("added"), count("known"), count("broken")];
	const rest = [known && `${known} known already`, broken && `${broken} without a usable address`];
	return [`${countOf(added, "source")} added`, ...rest.filter(Boolean)].join(", ");
}

/** Makes the model of files; a backup is handed on. */
export function createFiles(
	front: Followed<"sources">,
	send: Send,
	notes: Notes,
	work: Work,
	clock: () => number,
	openBackup: (file: File) => Promise<void>,
): Files {
	const report = signal<ImportedLine[]>([]);
	return {
		report,
		async importFile(file) {
			report.value = [];
			if (await isZip(file).catch(() => false)) return openBackup(file);
			if (file.size > FILE_LIMIT_BYTES) return void notes.take(failed("file-too-big", { about: file.name }));
			await work.during(`Reading ${file.name}…`, async () => {
				const text = await textOf(file);
				if (text === undefined) return void notes.take(failed("file-unreadable", { about: file.name }));
				const imported = notes.take(await send("importFile", { name: file.name, text }));
				if (!imported) return;
				if (imported.kind === "digest") {
					const { headlines, added } = imported;
					notes.tell(`${file.name}: ${countOf(headlines, "headline")}, ${added} of them new.`);
				} else {
					report.value = imported.lines;
					notes.tell(`${file.name}: ${sumUp(imported.lines)}.`);
				}
			});
		},
		exportOpml() {
			const now = clock();
			const text = writeOpml(front.sources.value, { title: "Headline Ticker", createdAt: new Date(now) });
			return new File([text], datedFileName("headline-ticker", now, "opml"), { type: "text/x-opml" });
		},
	};
}
