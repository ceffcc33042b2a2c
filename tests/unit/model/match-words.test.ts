import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createWordsMatch } from "../../../data/model/match-words";
import { searchForm } from "../../../data/model/search-form";
import { effortOf } from "../support/effort";

const finds = (phrase: string, text: string) => createWordsMatch(phrase)?.(searchForm(text));

describe("a word is found whole, in any script", () => {
	test.each([
		["football", "FOOTBALL: who won?", "footballer of the year"],
		["elections", "Élections : le second tour", "preelections"],
		["ёлка", "Елка на площади", "Ёлкая"],
		["футбол", "Про Футбол.", "футболист"],
		["ποδόσφαιρο", "ΠΟΔΟΣΦΑΙΡΟ απόψε", "ποδοσφαιρομανία"],
		["ΟΔΟΣ", "Η οδός έκλεισε", "οδοστρωτήρας"],
		["الحرب", "أخبار الحَرْب اليوم", "والحربية"],
		["שלום", "הסכם שָׁלוֹם נחתם", "שלומי"],
		["काम", "नया काम मिला", "कामना"],
		["काम", "काम", "कम"],
		["straße", "Die STRASSE ist frei", "Straßenbahn"],
		["C++", "Learning C++ in a day", "Learning C"],
		["AT&T", "AT&T raises prices", "at tea"],
		["축구", "축구가 돌아왔다", "축구장"],
		["🔴", "🔴LIVE", "LIVE"],
	])("%s: in %s, and not in %s", (phrase, within, without) => {
		expect(finds(phrase, within)).toBe(true);
		expect(finds(phrase, without)).toBe(false);
	});
});

describe("a Korean noun is found", () => {
	const particles =
		"은 이 을 의 에 에서 에게 께 과 도 으로 만 부터 까지 처럼 보다 한테 마다 이나 이다 이라고 " +
		"에는 에서는 에서도 에게는 에게서 으로는 으로부터 까지도 까지만 만의 들 들은 들에게 들에게도";
	test.each(particles.split(" "))("with %s written on to it", (particle) => {
		expect(finds("서울", `오늘 서울${particle} 간다`)).toBe(true);
	});

	test.each("시 역 대학교 시에서는 은은 이가 에서는도 는에 들들".split(" "))(
		"and not where %s makes another word of it",
		(rest) => expect(finds("서울", `오늘 서울${rest} 간다`)).toBe(false),
	);

	test("in time that grows with the text alone", () => {
		const [match, text] = [createWordsMatch("서울"), searchForm("서울들에서는까지".repeat(20_000))];
		expect(effortOf(() => expect(match?.(text)).toBe(false))).toBeLessThan(1000);
	});
});

describe("scripts without spaces", () => {
	test.each([
		["ฟุตบอล", "ข่าวฟุตบอลวันนี้"],
		["足球", "今晚足球比赛"],
		["サッカー", "今夜のサッカー日本代表"],
		["ຟຸດບອນ", "ຂ່າວຟຸດບອນມື້ນີ້"],
		["ဘောလုံး", "ယနေ့ဘောလုံးသတင်း"],
		["បាល់ទាត់", "ព័ត៌មានបាល់ទាត់ថ្ងៃនេះ"],
		["iPhone", "新しいiPhoneが発売"],
	])("%s is found within %s", (phrase, text) => expect(finds(phrase, text)).toBe(true));

	it("don't take a letter with another vowel or voicing sign for the same", () => {
		expect(finds("ハス", "バス停")).toBe(false);
		expect(finds("ハ", "バス停")).toBe(false);
		expect(finds("น", "น้ำ")).toBe(false);
	});
});

describe("a phrase", () => {
	test.each([
		["world cup", "The World-Cup final"],
		["world cup", "World  «Cup»"],
		["rock & roll", "Rock&Roll lives"],
		["“world cup”,", "world cup"],
		["U.S. open", "The U.S. Open"],
	])("%s is found in %s", (phrase, text) => expect(finds(phrase, text)).toBe(true));

	it("is not its words in another order, nor with others in between", () => {
		expect(finds("world cup", "cup world")).toBe(false);
		expect(finds("world cup", "world chess cup")).toBe(false);
	});

	it("without a single letter or sign looks for nothing", () => {
		expect(createWordsMatch(" … !")).toBeUndefined();
		expect(createWordsMatch("")).toBeUndefined();
	});

	it("of signs alone doesn't run away", () => {
		const match = createWordsMatch(`${"$ ".repeat(90)}+`);
		const effort = effortOf(() => {
			expect(match?.("$".repeat(20_000))).toBe(false);
			expect(match?.("$ ".repeat(10_000))).toBe(false);
		});
		expect(effort).toBeLessThan(2000);
	});
});

const word = fc.stringMatching(/^[a-zа-яёα-ωéüñ]{1,8}$/u);
const gap = fc.stringMatching(/^[ ,.:;!?—-]{1,4}$/u);

test("a phrase is found in every text that has its words between others", () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 4 }),
			fc.array(word),
			fc.array(word),
			(words, before, after) => {
				const phrase = words.map(([one]) => one).join(" ");
				const text = `${before.join(" ")} ${words.flat().join("")} ${after.join(" ")}`;
				expect(finds(phrase, text.toUpperCase())).toBe(true);
			},
		),
	);
});

test("a word that is only part of others is not found", () => {
	fc.assert(
		fc.property(word, word, (part, rest) => {
			expect(finds(part, `${part}${rest}`)).toBe(searchForm(part) === searchForm(part + rest));
			expect(finds(part, `${rest}${part}`)).toBe(false);
		}),
	);
});

test("no text and no phrase makes it fail", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (phrase, text) => {
			expect([true, false, undefined]).toContain(finds(phrase, text));
		}),
		// Each phrase is a pattern of its own with Unicode's large classes, which takes a while to compile.
		{ numRuns: 30 },
	);
});
