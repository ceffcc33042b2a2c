import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOUR_MS } from "@/data/model/durations";
import { groupStories, type StoryHeadline } from "@/data/model/story";
import { alikeTitles } from "@/data/model/title-likeness";
import { readTitle } from "@/data/model/title-words";

let count = 0;

/** A headline of a source of its own, unless told otherwise. */
const told = (title: string, more: Partial<StoryHeadline> = {}): StoryHeadline => {
	count += 1;
	return { id: `h${count}`, title, source: `s${count}`, publishedAt: 0, ...more };
};

const isOneStory = (...headlines: StoryHeadline[]) => groupStories(headlines).length === 1;

describe("the same story is told", () => {
	test.each([
		["case and punctuation", "Twitter appoints Elon Musk to board", "TWITTER APPOINTS ELON MUSK TO BOARD!"],
		["accents", "Petr Pavel navštívil Kyjev podruhé", "Petr Pavel navstivil Kyjev podruhe"],
		["ё and е", "Ещё три самолёта вылетели в Минск", "Еще три самолета вылетели в Минск"],
		["width", "ＮＡＳＡ launches a new probe", "NASA launches a new probe"],
		["quotes and dashes", "Sunak – ‘no return’ to old rules", "Sunak - 'no return' to old rules"],
	])("by titles that differ in %s alone", (_, one, other) => {
		expect(isOneStory(told(one), told(other))).toBe(true);
	});

	test("by titles with the publisher’s name behind them", () => {
		const title = "Twitter appoints Elon Musk to board";
		expect(
			isOneStory(
				told(`${title} - The Guardian`, { sourceTitle: "Google News" }),
				told(`${title} | Reuters`, { sourceTitle: "Reuters" }),
				told(title, { sourceTitle: "Guardian" }),
			),
		).toBe(true);
	});

	test("by the same page, whatever its address carries along and the title says", () => {
		expect(
			isOneStory(
				told("Show: a clock", { url: "https://www.site.example/clock/?utm_source=feed" }),
				told("I built a clock out of sand", { url: "http://site.example/clock" }),
			),
		).toBe(true);
	});

	test.each([
		[
			"Zelenskiy tells UN Russian leaders ‘must be brought to justice for war crimes’",
			"Zelensky tells UN that Russia must be ‘brought to justice’ over atrocities",
		],
		[
			"Elon Musk’s appointment to Twitter’s board restricts his influence — for now",
			"Twitter appoints Elon Musk to board",
		],
		["東京の新しい中央図書館が来月開館へ", "東京の新しい中央図書館が来月開館"],
	])("by much the same words: %s", (one, other) => {
		const others = [
			"Shell reveals another tax-free year",
			"Uber will offer taxi rides",
			"市長選は三つどもえの争いに",
		];
		expect(groupStories([told(one), ...others.map((title) => told(title)), told(other)])).toHaveLength(4);
	});
});

describe("another story is told", () => {
	test.each([
		[
			"another name",
			"Man arrested after fatal stabbing in Leeds",
			"Man arrested after fatal stabbing in London",
		],
		[
			"another power",
			"EU to propose fresh sanctions including ban on Russian coal",
			"US to announce fresh sanctions including ban on new Russia investments",
		],
		["another number", "Magnitude 5.1 earthquake hits off Japan", "Magnitude 6.4 earthquake hits off Japan"],
		[
			"another word in capitals",
			"Man Arrested After Fatal Stabbing Downtown",
			"Man Freed After Fatal Stabbing Downtown",
		],
		["the opposite in Japanese", "東京の新しい図書館が来月開館へ", "大阪の新しい図書館が来月閉館へ"],
		["few words in common", "Oil prices rise sharply", "Oil prices fall sharply"],
	])("by %s", (_, one, other) => {
		expect(isOneStory(told(one), told(other))).toBe(false);
	});

	test("by the same words three days later", () => {
		const title = "What we know on day nine of the trial";
		expect(isOneStory(told(title), told(title, { publishedAt: 72 * HOUR_MS }))).toBe(true);
		expect(isOneStory(told(title), told(title, { publishedAt: 73 * HOUR_MS }))).toBe(false);
	});

	test("by a title that says too little", () => {
		expect(isOneStory(told("Letters"), told("Letters"))).toBe(false);
		expect(isOneStory(told("今日の天気"), told("今日の天気"))).toBe(false);
	});

	test("by one source that uses a title again, unless it is the same page", () => {
		const title = "Sol 721: Right Navcam, taken at noon";
		const again = (url: string) => told(title, { source: "rover", url });
		expect(isOneStory(again("https://rover.example/1"), again("https://rover.example/2"))).toBe(false);
		expect(isOneStory(again("https://rover.example/1"), again("https://rover.example/1#later"))).toBe(true);
	});

	test("by a site’s front page, or a page that a source links from each title", () => {
		const url = "https://site.example/";
		expect(isOneStory(told("One thing", { url }), told("Another matter", { url }))).toBe(false);
		const live = "https://site.example/live";
		const source = "s";
		expect(
			groupStories([
				told("One thing", { url: live, source }),
				told("Another matter", { url: live, source }),
				told("A third affair", { url: live }),
			]),
		).toHaveLength(3);
	});
});

const word = fc.constantFrom(
	..."Ada berlin Cairo delta Echo fox golf Hotel ice jazz Kyiv lamp 7 9".split(" "),
);
const headline = fc.record({
	title: fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" ")),
	source: fc.constantFrom("a", "b", "c", "d"),
	publishedAt: fc.integer({ min: 0, max: 150 }).map((hours) => hours * HOUR_MS),
	url: fc.constantFrom("https://x.example/1", "https://x.example/2", "https://x.example/"),
});
const headlines = fc
	.array(headline, { maxLength: 40 })
	.map((all) => all.map((one, index) => ({ ...one, id: `h${index}` })));

describe("groups of stories", () => {
	test("hold every headline exactly once, in the order given", () => {
		fc.assert(
			fc.property(headlines, (all) => {
				const groups = groupStories(all);
				expect(groups.flat().sort((a, b) => all.indexOf(a) - all.indexOf(b))).toEqual(all);
				for (const group of groups) expect(group).toEqual(all.filter((one) => group.includes(one)));
				const firsts = groups.flatMap((group) => group.slice(0, 1).map((first) => all.indexOf(first)));
				expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
			}),
		);
	});

	test("span 72 hours at most, and a source is in one twice with the same title and page alone", () => {
		fc.assert(
			fc.property(headlines, (all) => {
				for (const group of groupStories(all)) {
					const times = group.map(({ publishedAt }) => publishedAt);
					expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(72 * HOUR_MS);
					const sources = new Set(group.map(({ source }) => source));
					const told = new Set(
						group.map(({ source, title, url }) => `${source} ${title.toLowerCase()} ${url}`),
					);
					expect(told.size).toBe(sources.size);
				}
			}),
		);
	});

	test("are found by the index as by comparing each with each", () => {
		const nothing: ReadonlySet<string> = new Set();
		const titles = fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { maxLength: 25 });
		fc.assert(
			fc.property(titles, (all) => {
				const items = all.map((words, at) => ({ at, title: readTitle(words.join(" "), nothing) }));
				const found = alikeTitles(items, () => true).map(([a, b]) => `${a.at} ${b.at}`);
				expect(new Set(found)).toEqual(new Set(eachWithEach(items)));
			}),
		);
	});
});

type Item = { at: number; title: ReturnType<typeof readTitle> };

/** The measure as it is written down in docs/run-and-stories.md, without an index. */
function eachWithEach(items: Item[]): string[] {
	const holding = (word: string) => items.filter(({ title }) => title.words.has(word)).length;
	const weigh = (words: string[]) =>
		words.reduce((sum, word) => sum + Math.log((items.length + 1) / holding(word)), 0);
	const lacks = (names: ReadonlySet<string>, words: ReadonlySet<string>) =>
		[...names].some((name) => !words.has(name));
	return items.flatMap((b, at) =>
		items.slice(0, at).flatMap((a) => {
			const shared = [...a.title.words].filter((word) => b.title.words.has(word));
			const alike = (2 * weigh(shared)) / (weigh([...a.title.words]) + weigh([...b.title.words]));
			const clash = lacks(a.title.names, b.title.words) && lacks(b.title.names, a.title.words);
			return shared.length >= 4 && alike >= 0.45 && !clash ? [`${a.at} ${b.at}`] : [];
		}),
	);
}
