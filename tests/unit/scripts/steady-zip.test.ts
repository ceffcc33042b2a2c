import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { steadyZip } from "../../../scripts/steady-zip";

const name = fc
	.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."abc/.-") })
	.filter((name) => !name.endsWith("/"));
const files = fc.dictionary(name, fc.uint8Array({ maxLength: 200 }), { maxKeys: 6 });
const date = fc.date({ min: new Date(1981, 0, 1), max: new Date(2098, 0, 1), noInvalidDate: true });

test("the same files, packed in any order at any time, make the same zip, and nothing of them is lost", () => {
	fc.assert(
		fc.property(files, date, date, fc.constantFrom(0, 6, 9), (files, one, other, level) => {
			const turned = Object.fromEntries(Object.entries(files).reverse());
			const steady = steadyZip(zipSync(files, { mtime: one, level: 6 }));
			expect(steadyZip(zipSync(turned, { mtime: other, level }))).toEqual(steady);
			expect(unzipSync(steady)).toEqual(unzipSync(zipSync(files)));
		}),
	);
});
