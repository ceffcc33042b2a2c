import { expect, test } from "vitest";
import { decodePage } from "@/data/formats/page/decode-page";

/** “Мост” in windows-1251. */
const CYRILLIC = [0xcc, 0xee, 0xf1, 0xf2];
const bytesOf = (...parts: (string | number[])[]) =>
	Uint8Array.from(
		parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)),
	);

test.each([
	["HTTP", "text/html; charset=windows-1251", ""],
	["a meta charset", "text/html", `<meta charset="windows-1251">`],
	["an http-equiv", null, `<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=windows-1251'>`],
])("a page's encoding is the one that %s names", (_name, contentType, meta) => {
	expect(decodePage(bytesOf(`<html><head>${meta}<title>`, CYRILLIC), contentType)).toMatch(/Мост$/);
});

test("a page that calls itself UTF-16 in letters that can be read is UTF-8", () => {
	expect(decodePage(bytesOf(`<meta charset="utf-16"><p>Мост`), "text/html")).toMatch(/Мост$/);
});

test("an encoding that stands in a comment names none", () => {
	expect(decodePage(bytesOf(`<!-- <meta charset="windows-1251"> --><p>Мост`), null)).toMatch(/Мост$/);
});
