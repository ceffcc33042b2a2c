import type { Incoming } from "../../model/headline";
import { shortHash } from "../../model/identity";
import { paragraphsAsHtml } from "../../model/paragraphs";
import type { DigestItem } from "./digest";
import { digestKind } from "./kind";

/** Titles that differ in white space or in how accents are encoded alone are one title. */
const canonical = (title: string): string => title.normalize("NFC").replace(/\s+/gu, " ").trim();

/**
 * Gives a digest's items the shape in which headlines come in. The key is a hash of the title, so the same
 * file imported again brings the same headlines; a title that is repeated in the file gets a number besides.
 * A digest has no dates and its first story is its newest, so the first is dated `now`, in milliseconds since
 * 1970, and each one after it a millisecond earlier.
 */
export async function digestIncoming(items: readonly DigestItem[], now: number): Promise<Incoming[]> {
	const hashes = await Promise.all(items.map(({ title }) => shortHash(canonical(title))));
	const seen = new Map<string, number>();
	return items.map((item, index) => {
		const hash = hashes[index] ?? "";
		const times = (seen.get(hash) ?? 0) + 1;
		seen.set(hash, times);
		return {
			key: times === 1 ? hash : `${hash}.${times}`,
			title: item.title,
			publishedAt: now - index,
			kind: digestKind(item),
			...(item.paragraphs.length > 0 && { html: paragraphsAsHtml(item.paragraphs) }),
		};
	});
}
