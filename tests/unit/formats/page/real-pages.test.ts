import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { wordLikeness } from "../../../support/word-likeness";
import { read, textOf } from "./support";

/** Real pages, each with a file that tells its text: docs/full-text.md says where from. They aren't ours to copy. */
const PAGES = process.env.REAL_PAGES ?? "../shared/corpus/real-pages";
/** Of many pages only the beginning of the text is known, in characters. */
const BEGINNING_LENGTH = 320;

interface Known {
	url: string;
	expected: { title?: string | null; cleaned_text?: string };
}

/** Letters and numbers alone: pages differ in their spaces and quotation marks. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

const pages = () =>
	readdirSync(PAGES)
		.filter((name) => name.endsWith(".json"))
		.flatMap((name) => {
			// The fixtures' own shape.
			const { url, expected } = JSON.parse(readFileSync(`${PAGES}/${name}`, "utf8")) as Known;
			const { title, cleaned_text: text = "" } = expected;
			const html = readFileSync(`${PAGES}/${name.replace(/json$/, "html")}`, "utf8");
			return text === "" ? [] : [{ name, url, title: title ?? "", text, html }];
		});

describe.skipIf(!existsSync(PAGES))(`Articles in real pages (needs ${PAGES})`, () => {
	const known = existsSync(PAGES) ? pages() : [];

	test("are there", () => expect(known.length).toBeGreaterThanOrEqual(46));

	test.each(known)("$name is found, and called an article", ({ url, title, text, html }) => {
		const found = read(html, { asked: url, url, title });
		expect(found).toMatchObject({ ok: true });
		const there = textOf(found.ok ? found.value.html : "");
		expect(bare(there)).toContain(bare(text).slice(0, 30));
	});

	test("are found whole, and with little else, where all of their text is known", () => {
		const likeness = known
			.filter(({ text }) => text.length > BEGINNING_LENGTH)
			.map(({ url, title, text, html }) => {
				const found = read(html, { asked: url, url, title });
				return found.ok ? wordLikeness(textOf(found.value.html), text) : 0;
			});
		expect(likeness.reduce((all, one) => all + one, 0) / likeness.length).toBeGreaterThan(0.95);
	});
});
