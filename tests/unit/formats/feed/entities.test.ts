import { decodeHTMLStrict } from "entities/decode";
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeEntities } from "@/data/formats/feed/tree";

it("entities are decoded as HTML's decoder does it, whatever is cut off or forgotten", () => {
	const parts = fc.constantFrom("&", ";", "amp", "lt", "gt", "quot", "apos", "#39", "eacute", "D", " ", "a");
	fc.assert(
		fc.property(fc.array(parts, { maxLength: 12 }), (written) => {
			const text = written.join("");
			expect(decodeEntities(text)).toBe(decodeHTMLStrict(text));
		}),
		{ numRuns: 3_000 },
	);
	expect(decodeEntities("R&ampD")).toBe("R&ampD");
	expect(decodeEntities("?a=1&lt2")).toBe("?a=1&lt2");
});
