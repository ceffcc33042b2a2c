import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packState, unpackState } from "../../../../data/model/sync/pack";
import { mergeStates } from "../../../../data/model/sync/records";
import { anyState } from "./support";

/** A state in one order, so that two that say the same are equal. */
const sorted = (state: ReturnType<typeof mergeStates>) =>
	[...state].map(([key, record]) => [key, Object.entries(record).sort()]).sort();

describe("merging what was decided", () => {
	it("gives the same in whatever order", () => {
		fc.assert(
			fc.property(anyState, anyState, anyState, (a, b, c) => {
				expect(sorted(mergeStates(a, b))).toEqual(sorted(mergeStates(b, a)));
				expect(sorted(mergeStates(mergeStates(a, b), c))).toEqual(sorted(mergeStates(a, mergeStates(b, c))));
			}),
		);
	});

	it("changes nothing when it is done again", () => {
		fc.assert(
			fc.property(anyState, anyState, (a, b) => {
				const once = mergeStates(a, b);
				expect(sorted(mergeStates(a, a))).toEqual(sorted(a));
				expect(sorted(mergeStates(once, b))).toEqual(sorted(once));
			}),
		);
	});

	it("takes the later word, and of two in one second the one that says that something is", () => {
		const one = new Map([["mark:x", { read: [true, 5] as const }]]);
		const undone = (at: number) => new Map([["mark:x", { read: [null, at] as const }]]);
		expect(mergeStates(one, undone(6)).get("mark:x")?.read).toEqual([null, 6]);
		expect(mergeStates(one, undone(5)).get("mark:x")?.read).toEqual([true, 5]);
	});
});

describe("packing", () => {
	it("loses nothing but what a removed thing was called", () => {
		fc.assert(
			fc.property(anyState, (state) => {
				const kept = new Map(
					[...state].map(([key, record]) => [
						key,
						"here" in record && record.here?.[0] === null ? { here: record.here } : record,
					]),
				);
				expect(sorted(unpackState(packState(state)) ?? new Map())).toEqual(sorted(kept));
				expect(packState(new Map([...state].reverse()))).toBe(packState(state));
			}),
		);
	});
});
