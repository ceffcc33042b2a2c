import { readLanguage } from "../../model/language-tag";
import type { Media } from "../../model/media";
import type { Found, FoundFeed, OfItems } from "./compose";
import { readDate } from "./dates";
import { mendJson } from "./json-mend";
import { absolute } from "./links";
import { paragraphs } from "./markup";
import { distinct, mediaOf } from "./media";
import { titleText } from "./text";

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const fields = (value: unknown): Fields => (isObject(value) ? value : {});

const list = (value: unknown): unknown[] =>
	Array.isArray(value) ? value : value === undefined ? [] : [value];

/** A text, or a number in its place; only what the object has itself, so that no key reaches its prototype. */
const text = (from: Fields, ...names: string[]): string | undefined => {
	for (const name of names) {
		const value = Object.hasOwn(from, name) ? from[name] : undefined;
		if (typeof value === "string" && value.trim() !== "") return value.trim();
		if (typeof value === "number" && Number.isFinite(value)) return String(value);
	}
	return undefined;
};

const own = (from: Fields, name: string): unknown => (Object.hasOwn(from, name) ? from[name] : undefined);

const title = (from: Fields): string | undefined =>
	titleText(text(from, "title") ?? "", "unsaid") || undefined;

const authors = (from: Fields): string | undefined => {
	const people = [...list(own(from, "authors")), ...list(own(from, "author"))];
	const names = people.flatMap(
		(person) => (typeof person === "string" ? person : text(fields(person), "name")) || [],
	);
	return [...new Set(names.map((name) => titleText(name, "unsaid")))].filter(Boolean).join(", ") || undefined;
};

const readMedia = (item: Fields, base: string): Media[] => {
	const attachments = list(own(item, "attachments")).map((attachment) => {
		const said = fields(attachment);
		return mediaOf(absolute(text(said, "url"), base), {
			type: own(said, "mime_type"),
			length: own(said, "size_in_bytes"),
			duration: own(said, "duration_in_seconds"),
			title: text(said, "title") ?? "",
		});
	});
	const pictures = ["image", "banner_image"].map((name) =>
		mediaOf(absolute(text(item, name), base), { medium: "image" }),
	);
	return distinct([...attachments, ...pictures]);
};

const readItem = (item: Fields, base: string, ofFeed: OfItems): Found => {
	const plain = text(item, "content_text");
	const summary = text(item, "summary");
	const id = text(item, "id");
	return {
		guid: id,
		title: title(item),
		url:
			absolute(text(item, "url"), base) ??
			absolute(text(item, "external_url"), base) ??
			absolute(id && /^https?:/i.test(id) ? id : "", base),
		publishedAt: readDate(text(item, "date_published")) ?? readDate(text(item, "date_modified")),
		content: text(item, "content_html") ?? (plain && paragraphs(plain)),
		summary: summary && paragraphs(summary),
		author: authors(item) ?? ofFeed.author,
		language: readLanguage(text(item, "language")) ?? ofFeed.language,
		categories: list(own(item, "tags")).flatMap(
			(tag) => (typeof tag === "string" && titleText(tag, "text")) || [],
		),
		media: readMedia(item, base),
	};
};

const parse = (json: string): unknown => {
	for (const attempt of [() => json, () => mendJson(json)]) {
		try {
			return JSON.parse(attempt());
		} catch {
			// Mended, or else no JSON.
		}
	}
	return undefined;
};

/** Reads JSON Feed 1.0 and 1.1, whole or cut off; undefined where it is something else. */
export function readJson(json: string, document: string): Omit<FoundFeed, "format"> | undefined {
	const feed = parse(json);
	if (!isObject(feed)) return undefined;
	const items = own(feed, "items");
	const isFeed = /jsonfeed\.org/i.test(text(feed, "version") ?? "");
	if (!Array.isArray(items) && !isFeed) return undefined;
	const home = absolute(text(feed, "home_page_url"), document);
	const ofFeed = { author: authors(feed), language: readLanguage(text(feed, "language")) };
	const readable = list(items).filter(isObject);
	return {
		title: title(feed),
		home,
		icon: absolute(text(feed, "favicon") ?? text(feed, "icon"), document),
		hints: own(feed, "expired") === true ? { expired: true } : undefined,
		items: readable.map((item) => readItem(item, home ?? document, ofFeed)),
	};
}
