import { readDigest } from "../formats/digest/digest";
import { digestIncoming } from "../formats/digest/incoming";
import { fileKind } from "../formats/file";
import type { Imported } from "../model/answers";
import { sourceId } from "../model/identity";
import type { Source } from "../model/source";
import { failed, fine, type Outcome, type TroubleCode } from "../model/trouble";
import { addSource } from "../store/acts";
import type { Store } from "../store/store";
import { takeSnapshotBefore } from "../store/take-snapshot";
import { importOpml } from "./import-opml";

/** A file's name without its path and extension, as a title. */
const titleOf = (fileName: string) => fileName.replace(/^.*[\\/]/, "").replace(/\.[^.]+$/, "") || "Digest";

async function importDigest(name: string, text: string, store: Store): Promise<Outcome<Imported>> {
	const items = readDigest(text);
	if (items.length === 0) return failed("not-a-digest", { about: name });
	const source: Source = {
		id: await sourceId("digest", name),
		kind: "digest",
		title: titleOf(name),
		addedAt: store.now(),
	};
	await takeSnapshotBefore(store, "import");
	const { fresh } = await addSource(store, source, await digestIncoming(items, store.now()));
	return fine({ kind: "digest", source, headlines: items.length, added: fresh });
}

/** What to say of a file that isn't what its name promises. */
function codeByName(name: string): TroubleCode {
	if (/\.txt$/i.test(name)) return "not-a-digest";
	return /\.opml$/i.test(name) ? "not-opml" : "unknown-file";
}

/**
 * Takes a file in, as what its text shows it to be: a digest becomes a source that is named after the file,
 * and an OPML file's feeds become sources. Importing a file again adds only what is new in it. A file that
 * is neither changes nothing.
 */
export async function importFile(
	{ name, text }: { name: string; text: string },
	store: Store,
): Promise<Outcome<Imported>> {
	switch (fileKind(text)) {
		case "digest":
			return importDigest(name, text, store);
		case "opml":
			return importOpml(name, text, store);
		case "unknown":
			return failed(codeByName(name), { about: name });
	}
}
