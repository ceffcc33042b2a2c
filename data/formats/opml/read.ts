import { Parser } from "htmlparser2";
import { decodeEntities } from "../feed/tree";
import { DEEPEST_GROUP, GROUP_SEPARATOR, onOneLine } from "./group";
import { lineCounter } from "./line";
import { outlineOf } from "./outline";

/** One feed as an OPML file lists it. */
export interface OpmlFeed {
	/** Absolute, http or https. */
	url: string;
	/** Never empty: the host's name where the file has none. */
	title: string;
	/** The site that the feed belongs to; absolute, http or https. */
	home?: string;
	/** The names of the folders that it lies in, outermost first, joined with " / ". */
	group?: string;
}

/** An entry that means to be a feed and has no address that can be used. */
export interface BrokenOutline {
	title: string;
	/** Counted from 1. */
	line?: number;
}

/** One outline that is a feed or means to be one. */
export interface OpmlEntry {
	title: string;
	/** What stands for an address, usable or not; may be empty. */
	url: string;
	/** Counted from 1. */
	line: number;
	isBroken: boolean;
}

/** What an OPML file holds. */
export interface OpmlFile {
	title?: string;
	/** In the file's order, each address once. */
	feeds: OpmlFeed[];
	broken: BrokenOutline[];
	/** All of these, and the addresses that come more than once, by their lines. */
	entries: OpmlEntry[];
}

/** Says that a text is no OPML, or so mangled that nothing of it can be trusted. */
export class NotOpmlError extends Error {
	override name = "NotOpmlError";
}

/**
 * How many elements may be open at once. htmlparser2's time grows with the square of it: milliseconds at
 * 10,000, seconds at 200,000. No program nests so deep, but a file whose outlines are never closed does.
 */
const DEEPEST_ELEMENT = 10_000;

/** An outline that is open, or the body around them all. */
interface Frame {
	/** The group of whatever lies in it, and of how many folders that is made. */
	group: string;
	depth: number;
	/** Set while it may yet turn out to be a feed without an address, rather than a folder. */
	suspect?: OpmlEntry | undefined;
}

const decoded = (attributes: Record<string, string>): Record<string, string> =>
	Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decodeEntities(value)]));

function folderIn({ group, depth }: Frame, name: string): Frame {
	if (name === "" || depth === DEEPEST_GROUP) return { group, depth };
	return { group: group === "" ? name : group + GROUP_SEPARATOR + name, depth: depth + 1 };
}

/** Collects outlines as they open and close; a frame on a stack each, so that depth costs no recursion. */
function collector() {
	const feeds = new Map<string, OpmlFeed>();
	const entries: OpmlEntry[] = [];
	const frames: Frame[] = [];
	return {
		feeds,
		entries,
		open(attributes: Record<string, string>, line: number): void {
			const parent = frames.at(-1) ?? { group: "", depth: 0 };
			parent.suspect = undefined;
			const outline = outlineOf(attributes);
			if (outline.is === "feed") {
				const { is: _, ...feed } = outline;
				entries.push({ title: feed.title, url: feed.url, line, isBroken: false });
				if (!feeds.has(feed.url)) {
					feeds.set(feed.url, { ...feed, ...(parent.group !== "" && { group: parent.group }) });
				}
				frames.push({ group: parent.group, depth: parent.depth });
			} else {
				const suspect =
					outline.is === "suspect"
						? { title: outline.name, url: outline.written, line, isBroken: true }
						: undefined;
				frames.push({ ...folderIn(parent, outline.name), suspect });
			}
		},
		close(): void {
			const suspect = frames.pop()?.suspect;
			if (suspect !== undefined) entries.push(suspect);
		},
	};
}

/**
 * Reads an OPML file (opml.org/spec2.opml) the way such files are in practice: attributes in any case,
 * feed: addresses, folders in folders, unclosed elements, unescaped ampersands, HTML's entities.
 *
 * @throws {NotOpmlError} where the first element isn't `opml`, or elements nest without end
 */
export function readOpml(text: string): OpmlFile {
	const outlines = collector();
	const lineAt = lineCounter(text);
	const open: string[] = [];
	let isOpml = false;
	let title: string | undefined;

	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (!isOpml && name !== "opml") throw new NotOpmlError(`The first element is "${name}".`);
				isOpml = true;
				open.push(name);
				if (open.length > DEEPEST_ELEMENT) throw new NotOpmlError("Elements nest without end.");
				if (name === "outline") outlines.open(decoded(attributes), lineAt(parser.startIndex));
			},
			ontext(data) {
				if (open.at(-1) === "title" && open.at(-2) === "head") title = (title ?? "") + data;
			},
			onclosetag(name) {
				open.pop();
				if (name === "outline") outlines.close();
			},
		},
		{ xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: false },
	);
	parser.end(text);
	if (!isOpml) throw new NotOpmlError("There is no element in it.");

	const name = onOneLine(title && decodeEntities(title));
	const entries = outlines.entries.sort((a, b) => a.line - b.line);
	return {
		...(name !== "" && { title: name }),
		feeds: [...outlines.feeds.values()],
		broken: entries.filter(({ isBroken }) => isBroken).map(({ title, line }) => ({ title, line })),
		entries,
	};
}
