import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRoute } from "@/components/signals/read-route";
import { hashOf } from "@/components/signals/route";

describe("a route", () => {
	test("of an article comes back from its address, whatever its id", () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (id) => {
				expect(readRoute(hashOf({ room: "article", id }))).toEqual({ room: "article", id });
			}),
		);
	});

	test.each(["headlines", "sources", "settings"] as const)("of %s comes back from its address", (room) =>
		expect(readRoute(hashOf({ room }))).toEqual({ room }),
	);

	test.each(["", "#", "#/nowhere", "#/read/", "#/read/%E0%A4%A"])(
		"that means nothing (%s) leads to the headlines",
		(hash) => expect(readRoute(hash)).toEqual({ room: "headlines" }),
	);
});
