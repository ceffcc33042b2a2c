import fc from "fast-check";
import { expect, it } from "vitest";
import { settledDirection } from "../../../data/model/settled-direction";

it("takes away what orders letters against their nature", () => {
	expect(settledDirection("invoice\u202egnp.exe\u202c")).toBe("invoicegnp.exe\u202c");
});

it("closes what a line leaves open, and leaves alone what is closed", () => {
	expect(settledDirection("\u2067שלום")).toBe("\u2067שלום\u2069");
	expect(settledDirection("\u2068a \u202bb")).toBe("\u2068a \u202bb\u202c\u2069");
	expect(settledDirection("\u2067שלום\u2069!")).toBe("\u2067שלום\u2069!");
	expect(settledDirection("plain")).toBe("plain");
});

it("is settled once it is settled", () => {
	const signs = fc.constantFrom(
		"a",
		"ש",
		"\u202a",
		"\u202b",
		"\u202c",
		"\u202e",
		"\u2066",
		"\u2068",
		"\u2069",
	);
	fc.assert(
		fc.property(fc.array(signs), (line) => {
			const settled = settledDirection(line.join(""));
			expect(settledDirection(settled)).toBe(settled);
		}),
	);
});
