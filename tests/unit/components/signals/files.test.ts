import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { createFiles } from "@/components/signals/files";
import { createNotes } from "@/components/signals/notes";
import { createWork } from "@/components/signals/work";
import type { Source } from "@/data/model/source";
import { fine, type Outcome } from "@/data/model/trouble";
import { fakeBackground } from "../support/background";

function open(answers: Record<string, Outcome<unknown>> = {}) {
	const background = fakeBackground(answers);
	const notes = createNotes();
	const sources = signal<Source[]>([
		{ id: "x", kind: "feed", title: "Example", url: "https://example.com/feed", addedAt: 0, group: "News" },
		{ id: "edition", kind: "edition", title: "First edition", addedAt: 0 },
	]);
	const clock = () => Date.UTC(2026, 0, 2);
	const openBackup = vi.fn(async () => {});
	const files = createFiles({ sources }, background.send, notes, createWork(notes), clock, openBackup);
	return { files, notes, openBackup, told: background.told };
}

describe("a file that comes in", () => {
	test("and is a zip, is handed on as a backup, however big", async () => {
		const { files, told, openBackup } = open();
		const file = new File(["PK\u0003\u0004", new Uint8Array(10_000_001)], "backup.zip");
		await files.importFile(file);
		expect(openBackup).toHaveBeenCalledWith(file);
		expect(told).toEqual([]);
	});

	test("too big, is not even read", async () => {
		const { files, told, notes } = open();
		await files.importFile(new File([new Uint8Array(10_000_001)], "huge.txt"));
		expect(told).toEqual([]);
		expect(notes.alert.value?.text).toContain("too big");
	});

	test("in UTF-16 is read by its byte order mark", async () => {
		const { files, told } = open();
		const bytes = Uint8Array.from([
			0xff,
			0xfe,
			...[..."-\nÉcole"].flatMap((char) => [char.charCodeAt(0), 0]),
		]);
		await files.importFile(new File([bytes], "digest.txt"));
		expect(told).toEqual([{ command: "importFile", ask: { name: "digest.txt", text: "-\nÉcole" } }]);
	});

	test("that has gone since it was chosen is said to be unreadable", async () => {
		const { files, told, notes } = open();
		const gone = new File(["-\nA"], "gone.txt");
		vi.spyOn(gone, "arrayBuffer").mockRejectedValue(new Error("NotFoundError"));
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		await files.importFile(gone);
		complain.mockRestore();
		expect(told).toEqual([]);
		expect(notes.alert.value?.text).toContain("gone.txt couldn’t be read");
	});

	test("as a list of feeds, is reported line by line", async () => {
		const lines = [
			{ title: "A", result: "added" },
			{ title: "A again", result: "known" },
			{ title: "B", result: "broken" },
		];
		const { files, notes } = open({
			importFile: fine({ kind: "opml", added: 1, known: 2, broken: 3, lines }),
		});
		await files.importFile(new File(["<opml/>"], "feeds.opml"));
		expect(files.report.value).toEqual(lines);
		expect(notes.status.value?.text).toBe(
			"feeds.opml: 1 source added, 1 known already, 1 without a usable address.",
		);
	});
});

test("the feeds go out as OPML, in their groups, and nothing else does", async () => {
	const file = open().files.exportOpml();
	expect(file.name).toBe("headline-ticker-2026-01-02.opml");
	const text = await file.text();
	expect(text).toMatch(/text="News".*xmlUrl="https:\/\/example\.com\/feed"/s);
	expect(text).not.toContain("First edition");
});
