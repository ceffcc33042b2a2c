import { describe, expect, test } from "vitest";
import { sayTrouble } from "@/components/words/trouble";
import { TROUBLE_CODES, type Trouble } from "@/data/model/trouble";

describe.each(TROUBLE_CODES)("the trouble %s", (code) => {
	const said = sayTrouble({ code, about: "example.com", status: 418 });

	test("is said in a whole sentence, without its code", () => {
		expect(said).toMatch(/^\p{Lu}.{10,}[.]$|^example\.com .{10,}[.]$/u);
		if (code.includes("-")) expect(said).not.toContain(code);
	});

	test("is said without blame", () =>
		expect(said).not.toMatch(/\b(invalid|illegal|wrong|must|error|failed)\b/i));
});

test("a trouble that a newer version has stored is said too", () => {
	const { trouble }: { trouble: Trouble } = JSON.parse('{ "trouble": { "code": "of-tomorrow" } }');
	expect(sayTrouble(trouble)).toBe(sayTrouble({ code: "unexpected" }));
});

test("no two troubles are said alike", () => {
	const said = TROUBLE_CODES.map((code) => sayTrouble({ code }));
	expect(new Set(said).size).toBe(said.length);
});

test("a trouble that is told once promises no try but the user’s own", () => {
	const told = TROUBLE_CODES.filter((code) => !code.startsWith("sync-")).map((code) => sayTrouble({ code }));
	expect(told.filter((words) => words.includes("tried again"))).toEqual([]);
	expect(sayTrouble({ code: "too-busy", about: "example.com" })).toBe(
		"example.com is too busy just now. Try again later.",
	);
});
