import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "@/data/formats/feed/decode";
import { readFeed } from "@/data/formats/feed/read";
import { leastEffortOf } from "../../support/effort";
import { CORPUS, hasCorpus } from "./support";

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
	const view = new DataView(new ArrayBuffer(text.length * 2));
	for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
	return new Uint8Array(view.buffer);
};

const utf32 = (text: string, littleEndian: boolean): Uint8Array => {
	const points = [...text].map((letter) => letter.codePointAt(0) ?? 0);
	const view = new DataView(new ArrayBuffer(points.length * 4));
	points.forEach((point, at) => {
		view.setUint32(at * 4, point, littleEndian);
	});
	return new Uint8Array(view.buffer);
};

describe("bytes become text", () => {
	test("a byte order mark is trusted before all else, and is no part of the text", () => {
		expect(decode(utf8('\ufeff<?xml encoding="latin1"?>é'), "text/xml; charset=koi8-r")).toMatch(/é$/);
		expect(decode(utf16("\ufeff<rss>é", true), "text/xml; charset=utf-8")).toBe("<rss>é");
		expect(decode(utf16("\ufeff<rss>é", false))).toBe("<rss>é");
		expect(decode(utf32("\ufeff<rss>😀", true))).toBe("<rss>😀");
		expect(decode(utf32("\ufeff<rss>😀", false))).toBe("<rss>😀");
	});

	test("UTF-16 and UTF-32 are known by their zero bytes where nothing declares them", () => {
		for (const littleEndian of [true, false]) {
			expect(decode(utf16('<rss title="é">', littleEndian))).toBe('<rss title="é">');
			expect(decode(utf32('<rss title="é">', littleEndian))).toBe('<rss title="é">');
		}
	});

	test("HTTP is trusted before the declaration", () => {
		expect(decode(ascii('<?xml encoding="koi8-r"?>\xe9'), "text/xml; charset=iso-8859-1")).toMatch(/é$/);
	});

	test("the declaration is trusted where HTTP says nothing", () => {
		expect(decode(ascii('<?xml version="1.0" encoding="windows-1251"?>\xcf\xf0\xe8'), "text/xml")).toMatch(
			/При$/,
		);
	});

	test("a server's Latin-1 doesn't spoil a document that says UTF-8 and is", () => {
		expect(decode(utf8('<?xml encoding="utf-8"?>é'), "text/xml; charset=iso-8859-1")).toMatch(/é$/);
	});

	test("a charset that the bytes contradict is passed over", () => {
		expect(decode(ascii('<?xml encoding="iso-8859-1"?>\xe9t\xe9'), "text/xml; charset=utf-8")).toMatch(
			/été$/,
		);
		expect(decode(utf8('<?xml encoding="utf-16"?>é'))).toMatch(/é$/);
		expect(decode(utf8("<rss>é"), 'text/xml; charset="no-such-thing"')).toMatch(/é$/);
	});

	test("one wrong byte is replaced, and the rest stays as it is", () => {
		expect(decode(ascii('<?xml encoding="utf-8"?>\xc3\xa9 \xff \xc3\xa9'))).toMatch(/é \ufffd é$/);
	});

	test.each([
		["Погода на завтра: ", " без дождя"],
		["Das Wetter bleibt’s trüb – „naja“: ", " für Köln"],
		["明日の天気", "は雨のち晴れ"],
		["อากาศวันพรุ่งนี้", "ฝนตก"],
	])("in UTF-8 that nothing declares, too: %s", (before, after) => {
		for (const wrong of [[0xd0], [0xe2, 0x80], [0xff]]) {
			const bytes = Uint8Array.from([...utf8(before), ...wrong, ...utf8(after)]);
			expect(decode(bytes)).toBe(`${before}\ufffd${after}`);
		}
	});

	test("JSON is UTF-8 whatever its charset, unless its bytes aren't that at all", () => {
		const json = '\n{"title":"Müller’s"}';
		for (const charset of ["iso-8859-1", "windows-1251", "us-ascii"])
			expect(decode(utf8(json), `application/json; charset=${charset}`)).toBe(json);
		expect(decode(Uint8Array.from([...utf8(json), 0xff]), "text/json; charset=latin1")).toBe(`${json}\ufffd`);
		expect(decode(ascii('{"title":"\xcf\xf0\xe8"}'), "text/json; charset=windows-1251")).toMatch(/При/);
	});

	test("what is called ASCII and has other bytes is UTF-8, or guessed", () => {
		for (const name of ["us-ascii", "ASCII", "ANSI_X3.4-1968"]) {
			expect(decode(utf8("<rss>é"), `text/xml; charset=${name}`)).toBe("<rss>é");
			expect(decode(ascii("<rss>\xe9t\xe9"), `text/xml; charset=${name}`)).toBe("<rss>été");
		}
	});

	test("names of encodings are understood as other programs spell them", () => {
		for (const name of ["latin_1", "ISO8859-1", "iso_8859_1", "cp1252", "windows_1252"]) {
			expect(decode(ascii(`<?xml encoding="${name}"?>\xe9`))).toMatch(/é$/);
		}
	});

	test.each([
		["cp932", "shift_jis", "\x83\x51"],
		["cp936", "gbk", "\xd6\xd0"],
		["cp949", "euc-kr", "\xc7\xd1"],
		["cp950", "big5", "\xa4\xa4"],
		["EUC_JP", "euc-jp", "\xa4\xb2"],
		["eucKR", "euc-kr", "\xc7\xd1"],
		["koi8_r", "koi8-r", "\xf0"],
		["mac-cyrillic", "x-mac-cyrillic", "\x8f"],
		["MacRoman", "macintosh", "\x8e"],
		["win1251", "windows-1251", "\xcf"],
	])("%s is %s", (name, encoding, letter) => {
		const text = new TextDecoder(encoding).decode(ascii(letter));
		expect(decode(ascii(letter), `text/xml; charset=${name}`)).toBe(text);
	});

	test("every encoding that TextDecoder knows can be declared", () => {
		const encodings =
			"ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 koi8-r koi8-u macintosh windows-874 windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 gbk gb18030 big5 euc-jp shift_jis euc-kr";
		for (const encoding of encodings.split(" ")) {
			const bytes = ascii(`<?xml version="1.0" encoding="${encoding}"?><a>\xe1\xe1</a>`);
			expect(decode(bytes)).toBe(new TextDecoder(encoding).decode(bytes));
		}
	});

	test("a character that the end cuts through doesn't change the rest", () => {
		const bytes = utf8("<rss>é€");
		expect(decode(bytes.subarray(0, bytes.length - 1))).toMatch(/^<rss>é/);
	});

	test("a Content-Type of 30 kB is read at once", () => {
		const type = `text/xml; charset=${" ".repeat(30_000)}`;
		expect(leastEffortOf(() => decode(utf8("<rss>é"), type))).toBeLessThan(200);
	});

	test("any bytes become some text", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), fc.option(fc.string()), (bytes, type) => {
				expect(typeof decode(bytes, type)).toBe("string");
			}),
		);
	});
});

describe.skipIf(!hasCorpus)(
	"bytes without any claim are read by what their letters look like (needs ../shared)",
	() => {
		test.each([
			["eucjp", "ゲーム三昧な正月"],
			["euckr", "EUC-KR 에서 TypeKey 한글닉네임 표시하기"],
			["koi8r", "Как пережить новогоднюю ночь"],
			["shiftjis", "DrecomRSSに記事投稿が反映されない…"],
		])("%s", (name, title) => {
			const bytes = new Uint8Array(readFileSync(`${CORPUS}/feedparser/files/illformed/chardet/${name}.xml`));
			expect(readFeed(bytes, { url: "https://a.example/" }).items[0]?.title).toBe(title);
		});
	},
);
