import { beforeAll, describe, expect, test, vi } from "vitest";
import { sayTrouble } from "../../../../components/words/trouble";
import { BACKUP_FAULTS, type BackupFault } from "../../../../data/model/backup-faults";
import { stageBackup } from "../../../../data/refresh/stage-backup";
import { addSource, mark } from "../../../../data/store/acts";
import { readItems } from "../../../../data/store/items";
import { readStaged } from "../../../../data/store/staging";
import { alone, backUp, everythingIn, filesIn, zipOf } from "../../support/backups";
import { emptyStore, feedSource, stories } from "../../support/store";

vi.mock("wxt/browser", () => import("../../support/browser"));
vi.spyOn(console, "error").mockImplementation(() => {});

let store: ReturnType<typeof emptyStore>;
let good: Blob;
let files: Record<string, string>;

beforeAll(async () => {
	store = emptyStore();
	await addSource(store, feedSource("a"), stories(5, "a"));
	const { headlines } = await readItems(["headlines"]);
	await mark(
		store,
		headlines.slice(0, 2).map(({ id }) => id),
		"saved",
	);
	good = (await backUp(store.now())).file;
	files = await filesIn(good);
});

const without = (name: string) => Object.fromEntries(Object.entries(files).filter(([one]) => one !== name));
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** The good backup with a file's text made otherwise. */
const altered = (name: string, change: (text: string) => string) =>
	zipOf({ ...files, [name]: change(files[name] ?? "") });

/** The good backup with some bytes changed wherever others stand, such as a name in both of its places. */
async function patched(blob: Blob, change: (view: DataView, bytes: Uint8Array) => void): Promise<Blob> {
	const bytes = await bytesOf(blob);
	change(new DataView(bytes.buffer), bytes);
	return new Blob([bytes]);
}

/** Does something with each record of a zip's directory. */
function eachCentral(view: DataView, act: (at: number) => void): void {
	for (let at = 0; at + 4 <= view.byteLength; at += 1) if (view.getUint32(at, true) === 0x02014b50) act(at);
}

const headlines = "headlines-0001.json";
const change = (pattern: RegExp, to: string) => altered(headlines, (text) => text.replace(pattern, to));

/** Everything that a file can be which is no good backup, and the one thing that is said of it. */
const HOSTILE: [what: string, fault: BackupFault, make: () => Blob | Promise<Blob>][] = [
	["a picture", "backup-unknown", () => new Blob(["\x89PNG\r\n\x1a\n", new Uint8Array(500)])],
	["an empty file", "backup-unknown", () => new Blob([])],
	["100 MB of nothing", "backup-unknown", () => new Blob([new Uint8Array(100_000_000)])],
	["somebody else’s zip", "backup-unknown", () => zipOf({ "letter.txt": "Dear all" })],
	["a backup without its own word", "backup-unknown", () => zipOf(without("backup.json"))],
	["another program’s backup.json", "backup-unknown", () => altered("backup.json", () => '{"version": 1}')],
	["half a backup", "backup-cut-short", () => good.slice(0, good.size >> 1)],
	["a backup without its last byte", "backup-cut-short", () => good.slice(0, -1)],
	["a backup without its first half", "backup-unknown", () => good.slice(good.size >> 1)],
	[
		"a zip of 513 MB",
		"backup-too-big",
		// Nobody reads more of it than its beginning.
		() => Object.defineProperty(new Blob(["PK\x03\x04"]), "size", { value: 513_000_000 }),
	],
	[
		"a bomb that says what it is",
		"backup-bomb",
		() => zipOf({ ...files, [headlines]: new Uint8Array(40_000_000) }),
	],
	[
		"a bomb in many parts",
		"backup-bomb",
		() =>
			zipOf({
				...files,
				...Object.fromEntries(["2", "3"].map((n) => [`headlines-000${n}.json`, new Uint8Array(20_000_000)])),
			}),
	],
	[
		"a bomb that says that it is small",
		"backup-bomb",
		() =>
			patched(zipOf({ ...files, [headlines]: new Uint8Array(4_000_000) }), (view) =>
				eachCentral(view, (at) => {
					if (view.getUint32(at + 24, true) === 4_000_000) view.setUint32(at + 24, 100, true);
				}),
			),
	],
	[
		"a zip of 21,000 files",
		"backup-crowded",
		() => zipOf(Object.fromEntries(Array.from({ length: 21_000 }, (_, n) => [`marks-${n}.json`, ""])), 0),
	],
	[
		"a list of sources of 7 MB",
		"backup-crowded",
		() => altered("sources.json", (text) => " ".repeat(7_000_000) + text),
	],
	["a name that leads up", "backup-astray", () => zipOf({ ...files, "../sources.json": "[]" })],
	["a name that leads to the root", "backup-astray", () => zipOf({ ...files, "/etc/passwd": "[]" })],
	["a name with a drive", "backup-astray", () => zipOf({ ...files, "C:\\sources.json": "[]" })],
	["a folder", "backup-astray", () => zipOf({ ...files, "folder/": "" })],
	["an endless name", "backup-astray", () => zipOf({ ...files, [`${"n".repeat(5_000)}.json`]: "[]" })],
	["two files of one name", "backup-doubled", doubled],
	["two names that differ by case", "backup-doubled", () => zipOf({ ...files, "Settings.json": "{}" })],
	["a zip in it", "backup-stranger", async () => zipOf({ ...files, "inner.zip": await bytesOf(good) }, 0)],
	["a program in it", "backup-stranger", () => zipOf({ ...files, "run.exe": "MZ" })],
	[
		"a locked file",
		"backup-encrypted",
		() => patched(good, (view) => eachCentral(view, (at) => view.setUint16(at + 8, 1, true))),
	],
	[
		"LZMA",
		"backup-packed-oddly",
		() => patched(good, (view) => eachCentral(view, (at) => view.setUint16(at + 10, 14, true))),
	],
	[
		"a wrong checksum",
		"backup-damaged",
		() => patched(good, (view) => eachCentral(view, (at) => view.setUint32(at + 16, 7, true))),
	],
	[
		"bytes that are no deflate",
		"backup-damaged",
		() =>
			patched(zipOf({ [headlines]: files[headlines] ?? "", ...files }), (_, bytes) =>
				bytes.fill(0xff, 60, 160),
			),
	],
	[
		"files that lie at the wrong place",
		"backup-damaged",
		() => patched(good, (view) => eachCentral(view, (at) => view.setUint32(at + 42, 11, true))),
	],
	["what is no JSON", "backup-misshapen", () => change(/\[/, "[[")],
	[
		"what is no UTF-8",
		"backup-misshapen",
		() => zipOf({ ...files, [headlines]: Uint8Array.of(0x22, 0xff, 0x22) }),
	],
	["an object for a list", "backup-misshapen", () => altered(headlines, () => "{}")],
	["a number for a title", "backup-misshapen", () => change(/"title":"[^"]*"/, '"title":7')],
	["a title that is a list", "backup-misshapen", () => change(/"title":"[^"]*"/, '"title":["x"]')],
	["settings that are a list", "backup-misshapen", () => altered("settings.json", () => "[]")],
	[
		"a source without an id",
		"backup-misshapen",
		() => altered("sources.json", (text) => text.replace('"id"', '"di"')),
	],
	["a headline called __proto__", "backup-misshapen", () => change(/"id":"[^"]*"/, '"id":"__proto__"')],
	[
		"a source called __proto__",
		"backup-misshapen",
		() => altered("sources.json", (text) => text.replace('"id": "a"', '"id": "__proto__"')),
	],
	[
		"what nests without end",
		"backup-misshapen",
		() => altered(headlines, () => "[".repeat(50_000) + "]".repeat(50_000)),
	],
	["a time beyond all days", "backup-numbers", () => change(/"publishedAt":\d+/, '"publishedAt":9e99')],
	["a number beyond all numbers", "backup-numbers", () => change(/"seenAt":\d+/, '"seenAt":1e999')],
	["__proto__", "backup-poisoned", () => change(/"title"/, '"__proto__":{"isAdmin":true},"title"')],
	["an escaped __proto__", "backup-poisoned", () => change(/"title"/, '"\\u005f_proto__":{},"title"')],
	["a missing part", "backup-incomplete", () => zipOf(without("marks-0001.json"))],
	["no settings", "backup-incomplete", () => zipOf(without("settings.json"))],
	[
		"a headline more than it says",
		"backup-incomplete",
		() => zipOf({ ...files, "headlines-0002.json": files[headlines] ?? "" }),
	],
	[
		"a newer form",
		"backup-newer",
		() => altered("backup.json", (text) => text.replace('"version": 1', '"version": 2')),
	],
];

/** The good backup with one of its files in it twice. */
async function doubled(): Promise<Blob> {
	const twice = await bytesOf(zipOf({ ...files, "settings.jsom": "{}" }));
	return new Blob([
		Buffer.from(Buffer.from(twice).toString("latin1").replaceAll("settings.jsom", "settings.json"), "latin1"),
	]);
}

describe("a file that is no good backup", () => {
	test.each(HOSTILE)("%s is %s, and changes nothing", async (_what, fault, make) => {
		const before = await everythingIn(store);
		const staged = await stageBackup(await make(), "hostile", () => {}, alone);
		expect(staged).toMatchObject({ ok: false, trouble: { code: fault } });
		expect(await readStaged("hostile")).toBeUndefined();
		expect(await everythingIn(store)).toEqual(before);
		expect({}).not.toHaveProperty("isAdmin");
	});

	test("is explained by a sentence of its own, each", () => {
		const named = HOSTILE.map(([, fault]) => fault);
		expect(new Set(named)).toEqual(new Set(BACKUP_FAULTS));
		const sentences = BACKUP_FAULTS.map((code) => sayTrouble({ code, about: "x.json" }));
		expect(new Set(sentences).size).toBe(BACKUP_FAULTS.length);
		for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z“].+ Nothing was changed\.$/);
	});
});

describe("a good backup", () => {
	test("is good as another program packs it, with or without compression", async () => {
		for (const level of [0, 6] as const) {
			const staged = await stageBackup(zipOf(files, level), "again", () => {}, alone);
			expect(staged).toMatchObject({ ok: true });
		}
	});

	test("loses addresses that no request may go to", async () => {
		const file = altered("sources.json", (text) =>
			text.replace(/"url": "[^"]*"/, '"url": "javascript:alert(1)"'),
		);
		expect(await stageBackup(file, "scripted", () => {}, alone)).toMatchObject({ ok: true });
		expect((await readStaged("scripted"))?.choices.sources[0]).not.toHaveProperty("url");
	});
});
