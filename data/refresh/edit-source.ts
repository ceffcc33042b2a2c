import { onOneLine } from "../formats/opml/group";
import type { SourceId } from "../model/headline";
import { keepsLess, type Retention } from "../model/retention";
import type { Source, SourceEdit } from "../model/source";
import { failed, fine, type Outcome } from "../model/trouble";
import { changeSource } from "../store/acts";
import { readItems } from "../store/items";
import { takeSnapshotBefore } from "../store/take-snapshot";
import { readAddress } from "./address";
import type { World } from "./world";

/** The address that a feed is to have from now on, if it may have it. */
async function newAddress(source: Source, text: string, world: World): Promise<Outcome<string>> {
	const url = source.kind === "feed" ? readAddress(text)?.href : undefined;
	if (url === undefined) return failed("not-an-address", { about: text.trim() });
	if (url === source.url) return fine(url);
	const { sources } = await readItems(["sources"]);
	const known = sources.find((other) => other.url === url);
	if (known) return failed("known-already", { about: known.title });
	if (!(await world.hasAccess(url))) return failed("permission-needed", { about: new URL(url).host });
	return fine(url);
}

/** A source with what the user sets of it; what differs no more from the others is left out. */
function withChoices(source: Source, { group, fullText, reading, retention }: SourceEdit): Source {
	const { group: had, fullText: hadFullText, reading: hadReading, retention: hadRetention, ...rest } = source;
	const folder = group === undefined ? had : onOneLine(group ?? "");
	const isFull = fullText ?? hadFullText ?? false;
	const style = reading === undefined ? hadReading : reading;
	const keep = retention === undefined ? hadRetention : retention;
	return {
		...rest,
		...(folder && { group: folder }),
		...(isFull && { fullText: true }),
		...(style && { reading: style }),
		...(keep && { retention: keep }),
	};
}

/** Takes a snapshot where less is to be kept of a source from now on. */
async function beforeLess(source: Source, { retention }: SourceEdit, world: World): Promise<void> {
	if (retention === undefined) return;
	const { settings } = await readItems(["settings"]);
	const withOwn = (own: Partial<Retention> | null = null) => ({ ...settings.retention, ...own });
	if (keepsLess(withOwn(retention), withOwn(source.retention))) await takeSnapshotBefore(world, "removal");
}

/**
 * Gives a source another title, another address, or choices of its own; a blank title changes none, and a blank group
 * is none. It stays the same source: its headlines and its id stay. What polling has learnt of the old address is
 * forgotten. The user has been asked for access to the new host before, because that has to be done in a click.
 */
export async function editSource(
	id: SourceId,
	{ title, url, ...choices }: SourceEdit,
	world: World,
): Promise<Outcome<Source>> {
	const source = (await readItems(["sources"])).sources.find((source) => source.id === id);
	if (!source) return failed("unknown-source");
	const address = url === undefined ? undefined : await newAddress(source, url, world);
	if (address && !address.ok) return address;
	await beforeLess(source, choices, world);
	const name = onOneLine(title);
	const changed = await changeSource(world, id, (current) => ({
		...withChoices(current, choices),
		...(name && { title: name }),
		...(address && { url: address.value }),
	}));
	return changed ? fine(changed) : failed("unknown-source");
}
