import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Filter, SINCES } from "@/components/headlines/filter";
import { readRoute } from "@/components/signals/read-route";
import { hashOf, type Route, SETTINGS_PARTS, withFilter } from "@/components/signals/route";

const text = fc.string({ minLength: 1, unit: "grapheme" });
const filters: fc.Arbitrary<Filter> = fc
	.record(
		{
			source: text,
			group: text,
			state: fc.constantFrom("unread", "saved", "watched"),
			since: fc.constantFrom(...SINCES),
			query: text,
		},
		{ requiredKeys: [] },
	)
	.map(({ group, ...rest }) =>
		rest.source === undefined && group !== undefined ? { ...rest, group } : rest,
	);
const routes: fc.Arbitrary<Route> = fc
	.tuple(
		fc.oneof(
			fc.constant<Route>({ room: "headlines" }),
			fc.constant<Route>({ room: "sources" }),
			fc.constant<Route>({ room: "settings" }),
			fc.constantFrom(...SETTINGS_PARTS).map((at): Route => ({ room: "settings", at })),
			text.map((id): Route => ({ room: "article", id })),
		),
		filters,
	)
	.map(([route, filter]) => withFilter(route, filter));

describe("a route", () => {
	test("comes back from its address, whatever its article and its filter", () => {
		fc.assert(
			fc.property(routes, (route) => {
				expect(readRoute(hashOf(route))).toEqual(route);
			}),
		);
	});

	test.each([
		["headlines", "#/"],
		["sources", "#/sources"],
		["settings", "#/settings"],
	] as const)("of %s is %s", (room, hash) => {
		expect(hashOf({ room })).toBe(hash);
		expect(readRoute(hash)).toEqual({ room });
	});

	test("says its filter in words that can be read and written", () => {
		const filter = { source: "a1", state: "unread", since: "week" } as const;
		expect(hashOf({ room: "headlines", filter })).toBe("#/?source=a1&state=unread&since=week");
		expect(hashOf({ room: "article", id: "x", filter: { source: "a1" } })).toBe("#/read/x?source=a1");
	});

	test.each([
		"",
		"#",
		"#/nowhere",
		"#/read/",
		"#/read/%E0%A4%A",
		"#/?",
		"#/?state=all&since=never&source=&x=1",
	])("that means nothing (%s) leads to the headlines", (hash) =>
		expect(readRoute(hash)).toEqual({ room: "headlines" }),
	);

	test("can be read from any address", () => {
		fc.assert(fc.property(fc.string({ unit: "binary" }), (hash) => void readRoute(`#/${hash}`)));
	});
});
