import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mendedSource } from "@/data/model/mended-source";
import type { Source } from "@/data/model/source";

const source: Source = {
	id: "f:1",
	kind: "feed",
	title: "The Harbour",
	url: "https://harbour.test/feed",
	home: "https://harbour.test/",
	addedAt: 1_700_000_000_000,
	group: "Coast",
	paused: true,
	fullText: true,
};

describe("a source of which something is wrong", () => {
	it("loses what is wrong of it, and nothing else", () => {
		const fields = Object.keys(source).filter(
			(key) => !["id", "kind", "url", "title", "addedAt"].includes(key),
		);
		fc.assert(
			fc.property(fc.subarray(fields), fc.constantFrom(null, 7, ["x"], {}), (broken, wrong) => {
				const entry = { ...source, ...Object.fromEntries(broken.map((key) => [key, wrong])) };
				const left = Object.fromEntries(Object.entries(source).filter(([key]) => !broken.includes(key)));
				expect(mendedSource(entry)).toEqual(left);
			}),
		);
	});

	it("is called by its address where it has no name, and is as old as can be where it has no age", () => {
		expect(mendedSource({ ...source, title: 7, addedAt: "yesterday" })).toEqual({
			...source,
			title: "harbour.test",
			addedAt: 0,
		});
	});

	it("is none where it can't be known again, or asked", () => {
		for (const entry of [
			{ ...source, id: 7 },
			{ ...source, id: "" },
			{ ...source, url: 7 },
			{ id: "f:1", kind: "feed", title: "The Harbour", addedAt: 1 },
			{ ...source, kind: "else" },
			[source],
			"f:1",
			null,
		])
			expect(mendedSource(entry)).toBeUndefined();
	});
});
