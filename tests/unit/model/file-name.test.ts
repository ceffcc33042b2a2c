import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { datedFileName, fileNameOf } from "../../../data/model/file-name";

describe("a file's name", () => {
	test.each([
		["The lighthouse stays", "The lighthouse stays.html"],
		["../../etc/passwd", "etc passwd.html"],
		["What? “Yes” / no: <b>", "What “Yes” no b.html"],
		["CON", "CON -.html"],
		["nul.txt", "nul -.txt.html"],
		["...", "article.html"],
		["Ends in a stop.", "Ends in a stop.html"],
		["\u202Egnp.exe", "gnp.exe.html"],
		["灯台を残す", "灯台を残す.html"],
	])("of %j is %j", (title, name) => {
		expect(fileNameOf(title, "html")).toBe(name);
	});

	test("is one that every system takes, whatever the title", () => {
		const title = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 300 }));
		fc.assert(
			fc.property(title, (text) => {
				const name = fileNameOf(text, "html");
				expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|^[\s.~-]|[\s.]\.html$/u);
				expect(name).toMatch(/^.+\.html$/u);
				expect(new TextEncoder().encode(name).length).toBeLessThan(255);
			}),
		);
	});
});

describe("a dated file's name", () => {
	const zone = process.env.TZ;
	afterEach(() => {
		if (zone === undefined) delete process.env.TZ;
		else process.env.TZ = zone;
	});

	test.each([
		["Europe/Berlin", "headlines-2026-01-03.zip"],
		["America/New_York", "headlines-2026-01-02.zip"],
	])("has the day that it is in %s", (name, expected) => {
		process.env.TZ = name;
		expect(datedFileName("headlines", Date.UTC(2026, 0, 2, 23, 30), "zip")).toBe(expected);
	});
});
