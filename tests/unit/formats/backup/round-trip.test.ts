import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openBackup } from "../../../../data/formats/backup/read";
import { migrated } from "../../../../data/formats/backup/steps";
import { beginBackup } from "../../../../data/formats/backup/write";
import { readOpml } from "../../../../data/formats/opml/opml";
import { BACKUP_KINDS, type BackupPart } from "../../../../data/model/backup";
import { DEFAULT_SETTINGS } from "../../../../data/model/settings";
import { filesIn } from "../../support/backups";

const id = fc.string({ minLength: 1, maxLength: 30, unit: "binary" }).filter((text) => text !== "__proto__");
const time = fc.integer({ min: 0, max: 4e12 });
const text = fc.string({ unit: "binary" });
const address = fc.webUrl();
// What turns round what stands beside it is settled, and no title keeps it.
const title = fc.stringMatching(/^[\p{L} ]{0,20}\p{L}$/u);

const records = {
	headlines: fc.record(
		{
			id,
			title,
			source: id,
			publishedAt: time,
			kind: fc.constantFrom("article", "bare"),
			url: address,
			seenAt: time,
		},
		{ requiredKeys: ["id", "title", "source", "publishedAt", "kind"] },
	),
	articles: fc.record({ id, html: text, author: text, language: text }, { requiredKeys: ["id"] }),
	fullTexts: fc.record(
		{
			id,
			source: id,
			at: time,
			state: fc.constantFrom("wanted", "there"),
			html: text,
			url: address,
			former: fc.array(fc.record({ html: text, seenAt: time }), { maxLength: 4 }),
		},
		{ requiredKeys: ["id", "source", "at", "state"] },
	),
	revisions: fc.record(
		{ headline: id, seenAt: time, title, html: text },
		{ requiredKeys: ["headline", "seenAt", "title"] },
	),
	places: fc.record(
		{ id, at: time, read: fc.double({ min: 0, max: 1, noNaN: true }) },
		{ requiredKeys: ["id", "at"] },
	),
	marks: fc.record({ id, source: id, read: time, saved: time }, { requiredKeys: ["id", "source"] }),
};
const parts = fc.tuple(
	...BACKUP_KINDS.map((kind) =>
		// What a kind's generator makes is of that kind.
		fc
			.array<unknown>(records[kind], { maxLength: 6 })
			.map((records) => ({ kind, records }) as unknown as BackupPart),
	),
);

async function write(parts: readonly BackupPart[]) {
	const sources = [
		{ id: "a", kind: "feed", title: "A & b", url: "https://a.example/feed", addedAt: 3, group: "One" },
	] as const;
	const choices = {
		sources: [...sources],
		settings: { ...DEFAULT_SETTINGS, theme: "dark" as const },
		rules: [],
	};
	const writer = await beginBackup(choices, [], { madeAt: Date.UTC(2026, 0, 2), product: "9.9.9" });
	for (const part of parts) await writer.add(part);
	return { choices, ...(await writer.end()) };
}

async function readAll(file: Blob) {
	const { facts, choices, parts } = await openBackup(file);
	const found: Record<string, unknown[]> = {};
	for await (const { kind, records } of parts(() => {})) found[kind] = [...(found[kind] ?? []), ...records];
	return { facts, choices, found };
}

describe("a backup", () => {
	test("is read as it was written, whatever is in it", async () => {
		await fc.assert(
			fc.asyncProperty(parts, async (parts) => {
				const { file, facts, choices, leftOut } = await write(parts);
				const read = await readAll(file);
				expect(leftOut).toBe(0);
				expect(read.facts).toEqual(facts);
				expect(read.choices).toEqual(choices);
				for (const { kind, records } of parts) expect(read.found[kind] ?? []).toEqual(records);
			}),
			{ numRuns: 40 },
		);
	});

	test("has its many records in parts of about 200 kB, and a list of feeds for other programs", async () => {
		const articles = Array.from({ length: 60 }, (_, n) => ({ id: `${n}`, html: "text ".repeat(2_000) }));
		const { file } = await write([{ kind: "articles", records: articles }]);
		const files = await filesIn(file);
		expect(Object.keys(files).filter((name) => name.startsWith("articles-"))).toHaveLength(4);
		expect(readOpml(files["sources.opml"] ?? "").feeds).toMatchObject([
			{ url: "https://a.example/feed", group: "One" },
		]);
		expect((await readAll(file)).found.articles).toEqual(articles);
	});

	test("leaves out what couldn’t be read again, and says how much that is", async () => {
		const half = { id: "half" } as unknown as Extract<BackupPart, { kind: "headlines" }>["records"][number];
		const { leftOut, facts, file } = await write([{ kind: "headlines", records: [half] }]);
		expect(leftOut).toBe(1);
		expect(facts.counts.headlines).toBe(0);
		expect((await readAll(file)).found).toEqual({});
	});

	test("keeps an article whose feed has made up how long its recording is", async () => {
		const media = [{ url: "https://a.example/a.mp3", kind: "audio" as const, length: 1e30 }];
		const { file, leftOut } = await write([
			{ kind: "articles", records: [{ id: "x", html: "Text", media }] },
		]);
		expect(leftOut).toBe(0);
		expect((await readAll(file)).found.articles).toEqual([
			{ id: "x", html: "Text", media: [{ url: "https://a.example/a.mp3", kind: "audio" }] },
		]);
	});
});

describe("a backup of an older version", () => {
	test("of form 1 is read as it was recorded", async () => {
		const file = new Blob([readFileSync("tests/fixtures/backups/1.zip")]);
		const { facts, choices, found } = await readAll(file);
		expect(facts).toMatchObject({
			product: "0.1.0",
			counts: { sources: 2, rules: 2, headlines: 15, saved: 4 },
		});
		expect(choices.settings).toMatchObject({ theme: "dark", wordsPerMinute: 240 });
		expect(choices.sources.map(({ id }) => id)).toEqual(["harbour", "kitchen"]);
		expect(found.revisions).toMatchObject([{ title: "Story h0" }]);
		expect(Object.keys(found).sort()).toEqual([
			"articles",
			"fullTexts",
			"headlines",
			"marks",
			"places",
			"revisions",
		]);
	});

	test("climbs all steps from its own form on", () => {
		const steps = [
			(name: string, written: unknown) => [name, written],
			(_: string, written: unknown) => ({ written }),
		];
		expect(migrated("a", 1, 1, steps)).toEqual({ written: ["a", 1] });
		expect(migrated("a", 1, 2, steps)).toEqual({ written: 1 });
		expect(migrated("a", 1, 3, steps)).toBe(1);
	});
});
