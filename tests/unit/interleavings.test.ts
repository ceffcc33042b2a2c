import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createBackground } from "../../data/background";
import type { HeadlineId } from "../../data/model/headline";
import { addSources } from "../../data/store/acts";
import { readItems } from "../../data/store/items";
import { button } from "./support/browser";
import { feedSource, marksIn } from "./support/store";
import { emptyWorld, rss } from "./support/world";

vi.mock("wxt/browser", () => import("./support/browser"));

/** What one of the pages asks of the background, while the others ask for theirs. */
type Act =
	| { do: "mark"; place: number; as: "read" | "unread" | "saved" | "unsaved" }
	| { do: "mark all" }
	| { do: "import"; file: number }
	| { do: "refresh" }
	| { do: "pace"; words: number }
	| { do: "pause"; paused: boolean };

const act: fc.Arbitrary<Act> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant("mark" as const),
			place: fc.nat(9),
			as: fc.constantFrom("read" as const, "unread" as const, "saved" as const, "unsaved" as const),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant("mark all" as const) }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant("import" as const), file: fc.nat(3) }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant("refresh" as const) }) },
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant("pace" as const), words: fc.integer({ min: 100, max: 400 }) }),
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant("pause" as const), paused: fc.boolean() }) },
);

/** The popup, three new tabs, the reader and the worker itself: each asks for its next when the last is answered. */
const pages = fc.array(fc.array(act, { maxLength: 5 }), { minLength: 6, maxLength: 6 });

const FEEDS = ["a", "b", "c"];
const fileOf = (file: number) => `Told in file ${file}\n-\nTold too in file ${file}\n-\n`;

/** What was asked, in the order in which the background was told of it. */
interface Model {
	read: Map<HeadlineId, boolean>;
	saved: Map<HeadlineId, boolean>;
	files: Set<number>;
	/** Whether all was marked read at any time; what came meanwhile may have come before or after. */
	isAllRead: boolean;
	words: number | undefined;
	paused: boolean;
}

test("whatever the popup, three tabs, the reader and the worker do at once, nothing is lost and nothing hangs", async () => {
	await fc.assert(
		fc.asyncProperty(pages, fc.scheduler(), async (pages, scheduler) => {
			let version = 1;
			const network = async (address: RequestInfo | URL) => {
				const name = String(address).split("/").at(-1) ?? "";
				const titles = Array.from({ length: version }, (_, n) => `${name} ${n}`);
				// Answers come in any order, between any two things that the pages do.
				await scheduler.schedule(Promise.resolve());
				return Object.defineProperty(new Response(rss(titles)), "url", { value: String(address) });
			};
			const world = emptyWorld({ fetch: network as typeof fetch });
			const { start, handlers } = createBackground(world);
			await start();
			await addSources(
				world,
				FEEDS.map((id) => feedSource(id)),
			);
			const { headlines: first } = await readItems(["headlines"]);
			const model: Model = {
				read: new Map(),
				saved: new Map(),
				files: new Set(),
				isAllRead: false,
				words: undefined,
				paused: false,
			};

			/** Tells the background of an act, and the model, at the same moment. */
			const tell = (act: Act): Promise<{ ok: boolean }> => {
				switch (act.do) {
					case "mark": {
						const id = first[act.place]?.id ?? "";
						if (act.as === "read" || act.as === "unread") model.read.set(id, act.as === "read");
						else model.saved.set(id, act.as === "saved");
						return handlers.mark({ ids: [id], act: act.as });
					}
					case "mark all":
						for (const { id } of first) model.read.set(id, true);
						model.isAllRead = true;
						return handlers.markAllRead(null);
					case "import":
						model.files.add(act.file);
						return handlers.importFile({ name: `file ${act.file}.txt`, text: fileOf(act.file) });
					case "refresh":
						version += 1;
						world.clock.now += 61_000;
						return handlers.refresh({});
					case "pace":
						model.words = act.words;
						return handlers.changeSettings({ wordsPerMinute: act.words });
					case "pause":
						model.paused = act.paused;
						return handlers.pauseSource({ id: "c", paused: act.paused });
				}
			};
			const page = async (acts: readonly Act[]) => {
				for (const act of acts) {
					await scheduler.schedule(Promise.resolve());
					expect(await tell(act)).toMatchObject({ ok: true });
				}
			};
			await scheduler.waitFor(Promise.all(pages.map(page)));
			world.clock.now += 61_000;
			await scheduler.waitFor(handlers.refresh({ sources: FEEDS }));

			const { headlines, ticker, settings, sources, marks } = await readItems([
				"headlines",
				"ticker",
				"settings",
				"sources",
				"marks",
			]);
			const archive = await world.archive();
			const kept = await archive.getAll("headlines");
			const titles = kept.map(({ title }) => title);
			expect(new Set(titles).size).toBe(titles.length);
			for (const file of model.files)
				expect(titles).toEqual(expect.arrayContaining([`Told in file ${file}`]));
			for (const name of ["a", "b"])
				expect(titles.filter((title) => title.startsWith(`${name} `))).toHaveLength(version);
			for (const [id, isRead] of model.read)
				expect([id, marks[id]?.read !== undefined]).toEqual([id, isRead]);
			for (const [id, isSaved] of model.saved)
				expect([id, marks[id]?.saved !== undefined]).toEqual([id, isSaved]);
			if (model.words !== undefined) expect(settings.wordsPerMinute).toBe(model.words);
			expect(sources.find(({ id }) => id === "c")?.paused ?? false).toBe(model.paused);

			expect(headlines.map(({ id }) => id).toSorted()).toEqual(kept.map(({ id }) => id).toSorted());
			const stored = await marksIn(archive);
			const unread = kept.filter(
				({ id }) => !stored.some((mark) => mark.id === id && mark.read !== undefined),
			);
			expect(ticker.unread).toBe(unread.length);
			if (!model.isAllRead) expect(unread.length).toBeGreaterThanOrEqual(titles.length - model.read.size);
			expect(button.text).toBe(unread.length === 0 ? "" : String(unread.length));
		}),
		{ numRuns: 40 },
	);
});
