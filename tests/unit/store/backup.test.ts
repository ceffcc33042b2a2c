import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { MINUTE_MS } from "../../../data/model/durations";
import { restoreBackup } from "../../../data/refresh/restore-backup";
import { addSource, changeSettings, changeSource, mark } from "../../../data/store/acts";
import { bringBack } from "../../../data/store/bring-back";
import { countRun } from "../../../data/store/counts";
import { readItems } from "../../../data/store/items";
import { readArticle } from "../../../data/store/read-article";
import { addRule, settleRules } from "../../../data/store/rules";
import { readSnapshots } from "../../../data/store/safe";
import { setUp } from "../../../data/store/set-up";
import { readStaged } from "../../../data/store/staging";
import { backUp, everythingIn, filesIn, stageOrRefuse, zipOf } from "../support/backups";
import { browser, button } from "../support/browser";
import { feedSource, marksIn, noSeed, stories, story } from "../support/store";
import { emptyWorld, laterWorld } from "../support/world";
import { filledWorld, idsOf, keepWholeTexts, restored } from "./filled-world";

vi.mock("wxt/browser", () => import("../support/browser"));

let world: ReturnType<typeof emptyWorld>;
beforeEach(async () => {
	world = await filledWorld();
});

describe("a backup that replaces", () => {
	it("brings all back into an empty store, with front, counts and badge", async () => {
		const before = await everythingIn(world);
		const badge = button.text;
		const { file, facts, leftOut } = await backUp(world.now());
		expect(leftOut).toBe(0);
		expect(facts.counts).toMatchObject({ sources: 2, rules: 2, headlines: 13, saved: 3, revisions: 1 });
		world = emptyWorld();
		await setUp(world, async () => ({ source: feedSource("edition"), incoming: [] }));
		expect(await stageOrRefuse(file)).toBe("staged");
		expect(await restored("replace", world)).toMatchObject({ headlines: 13, sources: 2, waiting: 0 });
		expect(await everythingIn(world)).toEqual(before);
		expect(button.text).toBe(badge);
		expect(await readStaged("staged")).toBeUndefined();
	});

	it("undoes what was done since, and is undone by the snapshot that it took", async () => {
		const before = await everythingIn(world);
		await stageOrRefuse((await backUp(world.now())).file);
		world.clock.now += MINUTE_MS;
		const ids = await idsOf();
		await mark(world, ids, "read");
		await mark(world, ids, "unsaved");
		await addSource(world, feedSource("later"), stories(2, "later"));
		await changeSettings(world, { theme: "light" });
		const changed = await everythingIn(world);
		const { undo, headlines } = await restored("replace", world);
		expect(headlines).toBe(0);
		const after = await everythingIn(world);
		expect(after.items).toEqual(before.items);
		expect(after.counts).toEqual(before.counts);
		expect((await readSnapshots())[0]).toMatchObject({ id: undo, why: "restore" });
		await bringBack(world, undo);
		await settleRules(world);
		expect((await everythingIn(world)).items).toEqual(changed.items);
	});

	it("leaves headlines that came since, with what was done with them", async () => {
		await stageOrRefuse((await backUp(world.now())).file);
		world.clock.now += MINUTE_MS;
		await addSource(world, feedSource("a"), stories(1, "new"));
		const [fresh] = (await readItems(["headlines"])).headlines.filter(({ title }) => title === "Story new0");
		await mark(world, [fresh?.id ?? ""], "read");
		await restored("replace", world);
		const { headlines, marks } = await readItems(["headlines", "marks"]);
		expect(headlines.map(({ id }) => id)).toContain(fresh?.id);
		expect(marks[fresh?.id ?? ""]?.read).toBeDefined();
	});
});

describe("a backup that is merged", () => {
	it("adds what is missing, and changes nothing when it is merged again", async () => {
		const { file } = await backUp(world.now());
		world = emptyWorld();
		await addSource(world, feedSource("b", { title: "My own B" }), [...stories(2, "b"), story("own")]);
		await mark(world, (await idsOf()).slice(0, 1), "read");
		await stageOrRefuse(file);
		expect(await restored("merge", world)).toMatchObject({ headlines: 11, sources: 1 });
		const once = await everythingIn(world);
		const { sources, settings } = await readItems(["sources", "settings"]);
		expect(sources.map(({ title }) => title)).toEqual(["My own B", "Title of a"]);
		expect(settings).toMatchObject({ theme: "dark", wordsPerMinute: 240 });
		await stageOrRefuse(file);
		expect(await restored("merge", world)).toMatchObject({ headlines: 0, sources: 0 });
		expect(await everythingIn(world)).toEqual(once);
	});

	it("brings what a whole text was before to the same text, and leaves another", async () => {
		const kept = await (await world.archive()).getAll("fullTexts");
		expect(kept.map(({ former }) => former?.length)).toEqual([2]);
		const { file } = await backUp(world.now());
		const [{ id, source, html = "" } = { id: "", source: "" }] = kept;
		for (const [now, former] of [
			[html, kept[0]?.former],
			["<p>Another.", undefined],
		] as const) {
			world = emptyWorld();
			await addSource(world, feedSource("a"), stories(8, "a"));
			await addSource(world, feedSource("b"), stories(4, "b"));
			await keepWholeTexts(world, id, source, [now]);
			await stageOrRefuse(file);
			await restored("merge", world);
			expect(await (await world.archive()).get("fullTexts", id)).toEqual({
				...{ id, source, at: world.now(), state: "there", html: now },
				...(former && { former }),
			});
		}
	});

	it("is undone with what it brought staying as it came, read or not", async () => {
		await mark(world, await idsOf(), "read");
		const { file } = await backUp(world.now());
		world = emptyWorld();
		world.clock.now += MINUTE_MS;
		await addSource(world, feedSource("a"), [story("own"), story("a0")]);
		await setUp(world, noSeed);
		const unread = async () => [(await readItems(["ticker"])).ticker.unread, button.text];
		expect(await unread()).toEqual([2, "2"]);
		await stageOrRefuse(file);
		const { undo } = await restored("merge", world);
		expect(await unread()).toEqual([1, "1"]);
		await bringBack(world, undo);
		// What was here before is unread again, and nothing else is.
		expect(await unread()).toEqual([2, "2"]);
		const brought = await (await world.archive()).getAll("headlines");
		expect(JSON.stringify(await readItems(["headlines"]))).not.toContain("broughtAt");
		expect(brought.filter(({ broughtAt }) => broughtAt === world.now())).toHaveLength(12);
		expect((await filesIn((await backUp(world.now())).file))["headlines-0001.json"]).not.toContain(
			"broughtAt",
		);
	});

	it("loses no mark of either, and gives the same marks whichever is merged into which", async () => {
		const act = fc.record({
			at: fc.nat(6),
			act: fc.constantFrom("read" as const, "saved" as const, "shown" as const),
		});
		const acts = fc.array(act, { maxLength: 5 });
		const worldOf = async (done: { at: number; act: "read" | "saved" | "shown" }[], now: number) => {
			const made = emptyWorld();
			made.clock.now += now;
			await addSource(made, feedSource("a"), stories(7, "a"));
			const ids = (await idsOf()).sort();
			for (const { at, act } of done) await mark(made, [ids[at] ?? ""], act);
			return made;
		};
		await fc.assert(
			fc.asyncProperty(acts, acts, async (here, there) => {
				const one = (await backUp((await worldOf(here, 0)).now())).file;
				const second = await worldOf(there, MINUTE_MS);
				const other = (await backUp(second.now())).file;
				await stageOrRefuse(one);
				await restored("merge", second);
				const marks = await marksIn(await second.archive());
				const first = await worldOf(here, 0);
				await stageOrRefuse(other);
				await restored("merge", first);
				expect(await marksIn(await first.archive())).toEqual(marks);
				for (const { act } of [...here, ...there])
					expect(marks.some((mark) => mark[act] !== undefined)).toBe(true);
			}),
			{ numRuns: 8 },
		);
	});

	it("joins what a headline was called on either, within bounds and in order, however often it is merged", async () => {
		const edited = async (minutes: number) => {
			const edited = emptyWorld();
			for (let n = 0; n <= 12; n += 1) {
				edited.clock.now += MINUTE_MS * (n === 0 ? minutes : 60);
				await addSource(edited, feedSource("a"), [story("x", { title: `Title ${n}` })]);
			}
			await setUp(edited, noSeed);
			return edited;
		};
		const { file } = await backUp((await edited(1)).now());
		const here = await edited(2);
		const wordings = async () => {
			const [id = ""] = await idsOf();
			return (await readArticle(id))?.revisions.map(({ title }) => title);
		};
		const before = await wordings();
		for (let time = 0; time < 2; time += 1) {
			await stageOrRefuse(file);
			await restored("merge", here);
			expect(await wordings()).toEqual(before);
		}
	});

	it("puts a mark with its headline, whatever source the file says that it is of", async () => {
		const { unread } = (await readItems(["ticker"])).ticker;
		const [file, badge] = [(await backUp(world.now())).file, button.text];
		const swapped = Object.entries(await filesIn(file)).map(([name, text]) => [
			name,
			name.includes("marks") ? text.replaceAll('"source":"a"', '"source":"b"') : text,
		]);
		expect(await stageOrRefuse(zipOf(Object.fromEntries(swapped)))).toBe("staged");
		await mark(world, await idsOf(), "unread");
		await restored("merge", world);
		const kept = await (await world.archive()).getAll("headlines");
		const homes = new Map(kept.map(({ id, source }) => [id, source]));
		for (const { id, source } of await marksIn(await world.archive())) expect(source).toBe(homes.get(id));
		expect((await readItems(["ticker"])).ticker.unread).toBe(unread);
		expect(button.text).toBe(badge);
	});

	it("takes the first of what a file has twice under one id, and counts that", async () => {
		const files = await filesIn((await backUp(world.now())).file);
		const twice = (name: string, change: (record: Record<string, unknown>) => object) => {
			const [one, ...others]: Record<string, unknown>[] = JSON.parse(files[name] ?? "");
			files[name] = JSON.stringify([one, ...(one ? [change(one)] : []), ...others]);
		};
		twice("sources.json", (source) => ({ ...source, title: "Another" }));
		twice("rules.json", (rule) => ({ ...rule, match: { kind: "words", text: "b0" } }));
		twice("headlines-0001.json", (headline) => ({ ...headline, title: "Another", source: "a" }));
		const facts = JSON.parse(files["backup.json"] ?? "");
		for (const kind of ["sources", "rules", "headlines"]) facts.counts[kind] += 1;
		files["backup.json"] = JSON.stringify(facts);
		const [first]: { id: string; title: string }[] = JSON.parse(files["headlines-0001.json"] ?? "");
		const before = await readItems(["sources", "rules"]);
		world = emptyWorld();
		await addRule(world, { act: "mute", match: { kind: "words", text: first?.title ?? "" }, where: "title" });
		expect(await stageOrRefuse(zipOf(files))).toBe("staged");
		await restored("merge", world);
		const archive = await world.archive();
		expect((await archive.get("headlines", first?.id ?? ""))?.title).toBe(first?.title);
		expect((await readItems(["sources"])).sources).toEqual(before.sources);
		expect((await readItems(["rules"])).rules.slice(1)).toEqual(before.rules);
		expect((await readItems(["ticker"])).ticker).toMatchObject(await countRun(archive));
	});

	it("makes one of a feed that is followed here under another id, and loses nothing that was read or saved there", async () => {
		const url = "https://a.example/moved";
		const came = stories(5, "t").map((one) => ({ ...one, url: `https://a.example/${one.key}` }));
		world = emptyWorld();
		await addSource(world, feedSource("there", { url }), came.slice(0, 4));
		const idOf = async (title: string) =>
			(await readItems(["headlines"])).headlines.find((headline) => headline.title === title)?.id ?? "";
		await mark(world, [await idOf("Story t0")], "read");
		await mark(world, [await idOf("Story t1"), await idOf("Story t3")], "saved");
		await (await world.archive()).put("places", { id: await idOf("Story t0"), at: 1, read: 0.5 });
		const { file } = await backUp(world.now());

		world = emptyWorld();
		await addSource(world, feedSource("here"), came.slice(0, 3));
		await changeSource(world, "here", (source) => ({ ...source, url }));
		await stageOrRefuse(file);
		expect(await restored("merge", world)).toMatchObject({ headlines: 1, sources: 0 });
		const once = await everythingIn(world);
		const { sources, headlines, marks } = await readItems(["sources", "headlines", "marks"]);
		expect(sources.map(({ id }) => id)).toEqual(["here"]);
		expect(new Set(headlines.map(({ source }) => source))).toEqual(new Set(["here"]));
		const done = headlines.map(({ id, title }) => [title, ...Object.keys(marks[id] ?? {})]);
		expect(done).toEqual([["Story t0", "read"], ["Story t1", "saved"], ["Story t2"], ["Story t3", "saved"]]);
		expect((await (await world.archive()).getAll("places")).map(({ id }) => id)).toEqual([headlines[0]?.id]);

		await stageOrRefuse(file);
		expect(await restored("merge", world)).toMatchObject({ headlines: 0 });
		expect(await everythingIn(world)).toEqual(once);
		expect(await addSource(world, feedSource("here", { url }), came)).toMatchObject({ fresh: 1, revised: 0 });
	});

	it("brings back a source that was removed, and says which wait for permission", async () => {
		const { file } = await backUp(world.now());
		world = emptyWorld({ hasAccess: async (url) => !url.endsWith("/b") });
		await stageOrRefuse(file);
		expect(await restored("merge", world)).toMatchObject({ sources: 2, waiting: 1 });
		const { polls } = await readItems(["polls"]);
		expect(polls.b?.outcome).toBe("permission-needed");
		expect(polls.a).toMatchObject({ nextAt: world.now(), failures: 0 });
	});
});

describe("a restore that goes wrong", () => {
	it("is refused where another page has staged something since", async () => {
		const before = await everythingIn(world);
		await stageOrRefuse((await backUp(world.now())).file, "other");
		expect(await restoreBackup("staged", "replace", world)).toMatchObject({
			trouble: { code: "unknown-backup" },
		});
		expect(await everythingIn(world)).toEqual(before);
	});

	it("leaves all as it was where the disk is full", async () => {
		const { file } = await backUp(world.now());
		world = emptyWorld();
		await addSource(world, feedSource("mine"), stories(3, "m"));
		await mark(world, await idsOf(), "saved");
		const before = await everythingIn(world);
		await stageOrRefuse(file);
		const full = new DOMException("Full.", "QuotaExceededError");

		const { put } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.put = function (...args) {
			if (this.name === "shelves" && this.transaction.objectStoreNames.length > 5) throw full;
			return put.apply(this, args);
		};
		await expect(restored("replace", world)).rejects.toThrow("Full.");
		IDBObjectStore.prototype.put = put;
		expect(await everythingIn(world)).toEqual(before);
		expect((await restored("replace", world)).headlines).toBe(13);
	});

	it("ends at the next start, wherever the background was stopped once the archive had it", async () => {
		const { file } = await backUp(world.now());
		const ends = new Set<string>();
		for (const stopAfter of [0, 1, 2, 3]) {
			world = emptyWorld();
			await addSource(world, feedSource("mine"), stories(3, "m"));
			await stageOrRefuse(file);
			const { set } = browser.storage.local;
			let writes = 0;
			browser.storage.local.set = async (items: Record<string, unknown>) => {
				if (writes++ >= stopAfter) return new Promise<void>(() => {});
				await set.call(browser.storage.local, items);
			};
			void restoreBackup("staged", "replace", world).catch(() => {});
			await vi.waitFor(() => expect(writes).toBeGreaterThan(stopAfter), { timeout: 10_000 });
			browser.storage.local.set = set;
			world = laterWorld(world.clock);
			await setUp(world, noSeed);
			await settleRules(world);
			ends.add(JSON.stringify((await everythingIn(world)).items));
		}
		expect(ends.size).toBe(1);
		expect(await idsOf()).toHaveLength(12);
	});
});
