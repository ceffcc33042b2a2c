import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestOf } from "@/data/formats/article/source-set";
import { leastEffortOf } from "../../support/effort";

describe("a picture in several sizes", () => {
	test("is the smallest that fills a dense screen, else the biggest", () => {
		expect(bestOf("/s.jpg 320w, /m.jpg 1280w, /l.jpg 4000w")).toBe("/m.jpg");
		expect(bestOf("/s.jpg 320w, /m.jpg 640w")).toBe("/m.jpg");
		expect(bestOf("/1.jpg, /2.jpg 2x, /4.jpg 4x")).toBe("/2.jpg");
	});

	test("is read with commas in addresses, without spaces and with none at all", () => {
		expect(bestOf("/w_320,h_200/a.jpg 320w, /w_1300,h_800/a.jpg 1300w")).toBe("/w_1300,h_800/a.jpg");
		expect(bestOf("data:image/gif;base64,R0 1x")).toBeUndefined();
		expect(bestOf("  ,, ")).toBeUndefined();
	});

	test("is found at once among 30 kB of blanks or commas", () => {
		for (const filling of [" ", ","]) {
			const srcset = `/a.jpg${filling.repeat(30_000)}`;
			expect(leastEffortOf(() => bestOf(srcset))).toBeLessThan(200);
			expect(leastEffortOf(() => bestOf(`${srcset}x`))).toBeLessThan(200);
		}
	});

	test("is one of those named, whatever is written there", () => {
		fc.assert(
			fc.property(fc.string(), (srcset) => {
				const best = bestOf(srcset);
				expect(best === undefined || srcset.includes(best)).toBe(true);
			}),
		);
	});
});
