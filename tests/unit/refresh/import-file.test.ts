import { beforeEach, describe, expect, it, vi } from "vitest";
import { MINUTE_MS } from "../../../data/model/durations";
import { importFile } from "../../../data/refresh/import-file";
import { addSources } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { readArticle } from "../../../data/store/read-article";
import { emptyStore, feedSource } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

const DIGEST = `A bridge reopens after ten years
-
The museum counts its visitors
More came than in any year before, its director said on Thursday.
The roof is to be mended next.
-
Rain stops the match
`;

const OPML = `<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="News"><outline type="rss" text="One" xmlUrl="https://one.example/feed" htmlUrl="https://one.example/"/></outline>
<outline type="rss" text="Two" xmlUrl="https://two.example/feed"/>
<outline type="rss" text="Broken" xmlUrl="nowhere"/>
</body></opml>`;

let store: ReturnType<typeof emptyStore>;
beforeEach(() => {
	store = emptyStore();
});
const kept = () => readItems(["headlines", "sources", "ticker"]);

describe("importing a digest", () => {
	it("makes it a source that is named after the file, with its headlines in their order", async () => {
		const imported = await importFile({ name: "friday.txt", text: DIGEST }, store);
		expect(imported).toMatchObject({
			ok: true,
			value: { kind: "digest", headlines: 3, added: 3, source: { kind: "digest", title: "friday" } },
		});
		const { headlines } = await kept();
		expect(headlines.map(({ title }) => title)).toEqual([
			"A bridge reopens after ten years",
			"The museum counts its visitors",
			"Rain stops the match",
		]);
		expect((await readArticle(headlines[1]?.id ?? ""))?.article?.html).toContain("its director said");
	});

	it("a second time adds nothing", async () => {
		await importFile({ name: "friday.txt", text: DIGEST }, store);
		const before = await kept();
		store.clock.now += MINUTE_MS;
		const again = await importFile({ name: "friday.txt", text: DIGEST }, store);
		expect(again).toMatchObject({ value: { headlines: 3, added: 0 } });
		const after = await kept();
		expect(after.headlines).toEqual(before.headlines);
		expect(after.sources).toEqual(before.sources);
	});
});

describe("importing OPML", () => {
	it("adds its feeds with their folders, and says line by line what is new, known and broken", async () => {
		await importFile({ name: "mine.opml", text: OPML.replace("two.example", "three.example") }, store);
		expect(await importFile({ name: "mine.opml", text: OPML }, store)).toEqual({
			ok: true,
			value: {
				kind: "opml",
				added: 1,
				known: 1,
				broken: 1,
				lines: [
					{ title: "One", url: "https://one.example/feed", line: 2, result: "known" },
					{ title: "Two", url: "https://two.example/feed", line: 3, result: "added" },
					{ title: "Broken", url: "nowhere", line: 4, result: "broken" },
				],
			},
		});
		const { sources } = await kept();
		expect(sources).toHaveLength(3);
		expect(sources[0]).toMatchObject({
			kind: "feed",
			title: "One",
			url: "https://one.example/feed",
			home: "https://one.example/",
			group: "News",
		});
	});
});

describe("importing OPML with thousands of feeds", () => {
	const many = Array.from(
		{ length: 3000 },
		(_, n) => `<outline text="F${n}" xmlUrl="https://f${n}.example/"/>`,
	);
	const text = `<opml version="2.0"><body>\n${many.join("\n")}\n${many[0]}\n</body></opml>`;

	it("lets other work come in between, and asks for them bit by bit", async () => {
		let longest = 0;
		// In processor time: what else the machine does holds nobody up here.
		let last = process.cpuUsage();
		const beat = setInterval(() => {
			longest = Math.max(longest, process.cpuUsage(last).user / 1000);
			last = process.cpuUsage();
		}, 5);
		const imported = await importFile({ name: "many.opml", text }, store);
		clearInterval(beat);
		expect(imported).toMatchObject({ value: { added: 3000, known: 0, broken: 0 } });
		expect(longest).toBeLessThan(1500);
		const { sources, polls } = await readItems(["sources", "polls"]);
		expect(sources).toHaveLength(3000);
		const now = store.now();
		expect(Object.values(polls).filter(({ nextAt }) => nextAt <= now)).toHaveLength(60);
	});

	it("tells the second of two equal lines apart from the first", async () => {
		const imported = await importFile({ name: "many.opml", text }, store);
		const lines = imported.ok && imported.value.kind === "opml" ? imported.value.lines : [];
		expect(lines).toHaveLength(3001);
		expect([lines[0], lines.at(-1)]).toEqual([
			{ title: "F0", url: "https://f0.example/", line: 2, result: "added" },
			{ title: "F0", url: "https://f0.example/", line: 3002, result: "known" },
		]);
	});
});

describe("a file that is neither", () => {
	it.each([
		["picture.png", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "unknown-file"],
		["page.html", "<!doctype html><title>A page</title>", "unknown-file"],
		["empty.txt", "", "not-a-digest"],
		["torn.opml", "<opm", "not-opml"],
		["cut.opml", "<opml><body></bo", "not-opml"],
	])("%s changes nothing, and is told so", async (name, text, code) => {
		await addSources(store, [feedSource("feed")]);
		const before = await kept();
		expect(await importFile({ name, text }, store)).toEqual({ ok: false, trouble: { code, about: name } });
		expect(await kept()).toEqual(before);
	});
});
