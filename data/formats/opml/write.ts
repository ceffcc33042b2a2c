import { escapeAttribute, escapeText } from "../../model/escape";
import { DEEPEST_GROUP, GROUP_SEPARATOR, onOneLine } from "./group";

/** What a source must have to be written; one without an address, such as a digest, is left out. */
export interface OpmlSource {
	title: string;
	url?: string;
	home?: string;
	group?: string;
}

interface Folder {
	folders: Map<string, Folder>;
	feeds: OpmlSource[];
}

/** What an XML 1.0 document can't hold or shouldn't, escaped or not (section 2.2): controls and lone surrogates. */
const UNWRITABLE = /[^\P{Cc}\s]|\p{Cs}|[\uFFFE\uFFFF]/gu;

const clean = (text: string | undefined): string => onOneLine(text?.replace(UNWRITABLE, ""));

const attribute = (name: string, value: string | undefined): string =>
	value ? ` ${name}="${escapeAttribute(value)}"` : "";

const emptyFolder = (): Folder => ({ folders: new Map(), feeds: [] });

/** The folders that a group stands for, outermost first; beyond {@link DEEPEST_GROUP} they stay one name. */
function foldersOf(group: string | undefined): string[] {
	const names = clean(group)
		.split(GROUP_SEPARATOR)
		.filter((name) => name !== "");
	const deepest = names.slice(DEEPEST_GROUP - 1).join(GROUP_SEPARATOR);
	return [...names.slice(0, DEEPEST_GROUP - 1), ...(deepest === "" ? [] : [deepest])];
}

function folderFor(root: Folder, group: string | undefined): Folder {
	let folder = root;
	for (const name of foldersOf(group)) {
		const inner = folder.folders.get(name) ?? emptyFolder();
		folder.folders.set(name, inner);
		folder = inner;
	}
	return folder;
}

function feedLine({ title, url, home }: OpmlSource, indent: string): string {
	const name = clean(title) || clean(url);
	const attributes = [
		attribute("text", name),
		attribute("title", name),
		attribute("xmlUrl", clean(url)),
		attribute("htmlUrl", clean(home)),
	];
	return `${indent}<outline type="rss"${attributes.join("")}/>`;
}

function linesOf(folder: Folder, indent: string): string[] {
	return [
		...folder.feeds.map((feed) => feedLine(feed, indent)),
		...[...folder.folders].flatMap(([name, inner]) => [
			`${indent}<outline${attribute("text", name)}>`,
			...linesOf(inner, `${indent}\t`),
			`${indent}</outline>`,
		]),
	];
}

/**
 * Writes sources as OPML 2.0 (opml.org/spec2.opml), with their groups as nested outlines, and in its head what is
 * known. Control characters, which XML can't carry, are dropped.
 */
export function writeOpml(
	sources: readonly OpmlSource[],
	{ title = "", createdAt }: { title?: string; createdAt?: Date } = {},
): string {
	const root = emptyFolder();
	for (const source of sources) {
		if (source.url !== undefined) folderFor(root, source.group).feeds.push(source);
	}
	const lines = [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<opml version="2.0">',
		"\t<head>",
		`\t\t<title>${escapeText(clean(title))}</title>`,
		...(createdAt ? [`\t\t<dateCreated>${createdAt.toUTCString()}</dateCreated>`] : []),
		"\t</head>",
		"\t<body>",
		...linesOf(root, "\t\t"),
		"\t</body>",
		"</opml>",
	];
	return `${lines.join("\n")}\n`;
}
