import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Feed, readFeed } from "@/data/formats/feed/read";
import { CORPUS, hasCorpus } from "./support";

interface Expected {
	contentType: string | null;
	items: { title: string | null; date: number | null; text: boolean }[];
}

const FOLDERS = [`${CORPUS}/feedparser`, `${CORPUS}/sample-feeds`].filter((folder) => existsSync(folder));

const expectedIn = (folder: string): [string, Expected][] =>
	Object.entries(JSON.parse(readFileSync(`${folder}/expected.json`, "utf8")));

const read = (folder: string, name: string, contentType: string | null = null): Feed =>
	readFeed(new Uint8Array(readFileSync(`${folder}/files/${name}`)), {
		url: "https://a.example/",
		contentType,
	});

describe.skipIf(!hasCorpus)("feeds as publishers served them (needs ../shared)", () => {
	test.each(FOLDERS)("every item of %s is found, with its date", (folder) => {
		for (const [name, want] of expectedIn(folder)) {
			const { items } = read(folder, name, want.contentType);
			expect([name, items.length]).toEqual([name, want.items.length]);
			want.items.forEach(({ date }, at) => {
				if (date !== null)
					expect([name, at, Math.floor((items[at]?.publishedAt ?? 0) / 1000)]).toEqual([name, at, date]);
			});
		}
	});

	const real = (id: string) => read(`${CORPUS}/sample-feeds`, `real-world/${id}.xml`);

	test("The Guardian's items have their authors, pictures and subjects", () => {
		const [item] = real("2d055498ae801efb0bf0b6124009cac2").items;
		expect(item?.author).toBeTruthy();
		expect(item?.media?.[0]?.kind).toBe("image");
		expect(item?.categories?.length).toBeGreaterThan(3);
	});

	test("a Mastodon post is called by its first words", () => {
		const { items } = real("f19a1363184d6e853b7e7d6c020102b8");
		expect(items.every(({ title, untitled }) => untitled && title.length > 3 && title.length <= 101)).toBe(
			true,
		);
	});

	test("a YouTube channel's videos have their pictures and descriptions", () => {
		const [item] = real("fa88e615794de0164b706a5c21619e61").items;
		expect(item).toMatchObject({ guid: "yt:video:0_NVdZp8haA", summary: expect.stringContaining("<p>") });
		expect(item?.media?.some(({ kind }) => kind === "image")).toBe(true);
	});

	test("a podcast's episodes have their sound", () => {
		const { items } = real("dedf3f57aadefbdc6b8ad6e17efca957");
		expect(items.every(({ media }) => media?.some(({ kind }) => kind === "audio"))).toBe(true);
	});

	test("the Financial Times' relative links start from its site", () => {
		const [item] = real("66aa305559c0c7f86f06dc7e7eef7271").items;
		expect(item?.url).toMatch(/^https:\/\/.+\/content\/c57f1115/);
	});
});
