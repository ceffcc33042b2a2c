// Records what a commit of this project stores, for tests/fixtures/stored: runs that commit's own store on
// fake-indexeddb, and writes down its archive and its extension storage.
//   node scripts/record-stored.mjs <commit> <name>
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [commit, name] = process.argv.slice(2);
if (!commit || !name) throw new Error("A commit and a name are needed.");

/** A test of that commit, which follows, marks, saves, removes and mutes, and writes down what came of it. */
const recording = `
import { writeFileSync } from "node:fs";
import { test, vi } from "vitest";
import { addSource, changeSettings, mark, removeSource } from "../../data/store/acts";
import { readItems } from "../../data/store/items";
import { settleSources } from "../../data/store/membership";
import { browser } from "./support/browser";
import { emptyStore, feedSource, NOON, stories, story } from "./support/store";

vi.mock("wxt/browser", () => import("./support/browser"));

test("records", async () => {
	const store = emptyStore();
	const rules = await import("../../data/store/rules").catch(() => undefined);
	await addSource(store, feedSource("harbour", { group: "Local" }), stories(12, "h"));
	await addSource(store, feedSource("kitchen", { url: "http://127.0.0.1/k?a=1", home: "http://127.0.0.1/" }), [
		...stories(6, "k"),
		story("guid", { url: "https://example.com/tea?utm_source=x", author: "A. Writer", kind: "cut-off" }),
		story("bare", { html: undefined, kind: "bare", publishedAt: undefined }),
	].map((one) => JSON.parse(JSON.stringify(one))));
	await addSource(store, feedSource("gone"), stories(3, "g"));
	await addSource(store, feedSource("harbour"), [story("h0", { title: "Story h0, changed" })]);
	const ids = (await readItems(["headlines"])).headlines.map(({ id }) => id);
	await mark(store, ids.slice(0, 4), "read");
	await mark(store, ids.slice(3, 7), "saved");
	await mark(store, ids.slice(6, 9), "shown");
	await removeSource(store, "gone");
	await changeSettings(store, { theme: "dark", wordsPerMinute: 240, refreshMinutes: 60 });
	if (rules) {
		await rules.addRule(store, { act: "mute", match: { kind: "words", text: "k1" }, where: "title" });
		await rules.addRule(store, { act: "watch", match: { kind: "words", text: "Text of h2" }, where: "text" });
		await rules.settleRules(store);
	}
	await browser.storage.local.set({
		polls: { harbour: { nextAt: NOON + 1000, succeededAt: NOON, failures: 0, outcome: "fresh", etag: '"1"' } },
	});
	await settleSources(await store.archive());
	const archive = await store.archive();
	const dump = async (name) => {
		const { store } = archive.transaction(name);
		const [keys, values] = [await store.getAllKeys(), await store.getAll()];
		const indexes = [...store.indexNames].map((index) => {
			const { keyPath, multiEntry, unique } = store.index(index);
			return { name: index, keyPath, multiEntry, unique };
		});
		const { keyPath, autoIncrement } = store;
		return { name, keyPath, autoIncrement, indexes, records: keys.map((key, at) => [key, values[at]]) };
	};
	const stores = await Promise.all([...archive.objectStoreNames].map(dump));
	const items = await browser.storage.local.get(null);
	const recorded = { commit: process.env.COMMIT, archive: { version: archive.version, stores }, items };
	writeFileSync(process.env.RECORD_TO, JSON.stringify(recorded, null, "\\t") + "\\n");
}, 60_000);
`;

const place = mkdtempSync(join(tmpdir(), "stored-"));
execFileSync("git", ["worktree", "add", "--detach", place, commit], { stdio: "inherit" });
try {
	for (const made of ["node_modules", ".wxt"]) symlinkSync(resolve(made), join(place, made));
	writeFileSync(join(place, "tests/unit/record.test.ts"), recording);
	execFileSync("npx", ["vitest", "run", "tests/unit/record.test.ts"], {
		cwd: place,
		stdio: "inherit",
		env: { ...process.env, COMMIT: commit, RECORD_TO: resolve("tests/fixtures/stored", `${name}.json`) },
	});
} finally {
	execFileSync("git", ["worktree", "remove", "--force", place]);
	rmSync(place, { recursive: true, force: true });
}
