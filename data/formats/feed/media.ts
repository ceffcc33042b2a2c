import type { Media, MediaKind } from "../../model/media";
import { absolute, baseOf, relationOf } from "./links";
import { attribute, child, children, childText, type Element, textOf } from "./tree";

const BY_EXTENSION: [kind: MediaKind, pattern: RegExp][] = [
	["image", /\.(?:jpe?g|png|gif|webp|avif|svg|bmp)$/i],
	["video", /\.(?:mp4|m4v|webm|mov|mpe?g|avi|mkv|ogv|m3u8)$/i],
	["audio", /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i],
];

/** Tells what a file is: by what it is called (a medium), its MIME type, or its address. */
function mediaKind(url: string, type?: string, medium?: string): MediaKind {
	for (const said of [medium, type]) {
		const kind = said && /^(image|video|audio)/i.exec(said)?.[1]?.toLowerCase();
		if (kind === "image" || kind === "video" || kind === "audio") return kind;
	}
	const path = url.replace(/[?#].*$/s, "");
	return BY_EXTENSION.find(([, pattern]) => pattern.test(path))?.[0] ?? "other";
}

/** A number above nothing, of what may be anything. */
const positive = (said: unknown): number | undefined => {
	const number = typeof said === "string" || typeof said === "number" ? Number(said) : 0;
	return number > 0 && Number.isFinite(number) ? number : undefined;
};

/** Seconds from "372", "06:12" or "1:06:12". */
const readDuration = (said: unknown): number | undefined =>
	typeof said === "string" && /^\d+(?::\d+){0,2}(?:\.\d+)?$/.test(said)
		? positive(said.split(":").reduce((sum, part) => sum * 60 + Number(part), 0))
		: positive(typeof said === "number" ? said : undefined);

/** Makes a {@link Media} of what was said of it, leaving out what wasn't; undefined without a usable address. */
export function mediaOf(
	url: string | undefined,
	said: { type?: unknown; medium?: string; length?: unknown; duration?: unknown; title?: string } = {},
): Media | undefined {
	if (url === undefined) return undefined;
	const type = typeof said.type === "string" ? said.type : undefined;
	const media: Media = { url, kind: mediaKind(url, type, said.medium) };
	if (type) media.type = type;
	const length = positive(said.length);
	if (length) media.length = length;
	const duration = readDuration(said.duration);
	if (duration) media.duration = duration;
	if (said.title) media.title = said.title;
	return media;
}

/** Leaves out what has no address, and the second of two with the same. */
export function distinct(media: (Media | undefined)[]): Media[] {
	if (media.length < 2) return media.filter((one) => one !== undefined);
	const byUrl = new Map<string, Media>();
	for (const one of media) if (one && !byUrl.has(one.url)) byUrl.set(one.url, one);
	return [...byUrl.values()];
}

const fromElement = (element: Element, document: string, medium?: string): Media | undefined => {
	const url = attribute(element, "url") ?? attribute(element, "href") ?? attribute(element, "src");
	const title = childText(element, ["media:title"]) ?? attribute(element, "title");
	return mediaOf(
		absolute(url ?? (medium === "image" ? textOf(element) : undefined), baseOf(element, document)),
		{
			type: attribute(element, "type"),
			length: attribute(element, "length") ?? attribute(element, "filesize"),
			duration: attribute(element, "duration"),
			...(medium && { medium }),
			...(title && { title }),
		},
	);
};

/** The titles of an item's files as a group, which are the item's own; that of a single picture is its caption. */
export const groupTitles = (item: Element): readonly Element[] =>
	children(item, ["media:group"]).flatMap((group) => children(group, ["media:title"]));

/** All files of an item: enclosures, Media RSS with its groups, the iTunes picture. */
export function readMedia(item: Element, document: string): Media[] {
	const found: (Media | undefined)[] = [];
	for (const enclosure of children(item, ["enclosure"])) found.push(fromElement(enclosure, document));
	for (const link of children(item, ["atom:link", "link"])) {
		if (relationOf(link) === "enclosure") found.push(fromElement(link, document));
	}
	const content = child(item, ["atom:content", "content"]);
	if (attribute(content, "src") && content) found.push(fromElement(content, document));
	const add = (holder: Element): void => {
		for (const one of children(holder, ["media:content"]))
			found.push(fromElement(one, document, attribute(one, "medium")));
		for (const one of children(holder, ["media:thumbnail"])) found.push(fromElement(one, document, "image"));
	};
	const groups = children(item, ["media:group"]);
	add(item);
	for (const group of groups) add(group);
	for (const content of children(item, ["media:content"])) add(content);
	for (const group of groups) for (const content of children(group, ["media:content"])) add(content);
	for (const picture of children(item, ["itunes:image", "image"]))
		found.push(fromElement(picture, document, "image"));
	return distinct(found);
}
