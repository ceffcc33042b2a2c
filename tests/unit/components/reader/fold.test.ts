import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../../../components/reader/fold";

const lines = (count: number) => Array.from({ length: count }, (_, n) => `${n}\n`).join("");

test("what is the same is left out, but for the lines beside a change", () => {
	const same = { kind: "same" as const, text: lines(6) };
	const added = { kind: "added" as const, text: "new" };
	expect(fold([same, added])).toEqual([{ kind: "skipped", lines: 5 }, { kind: "same", text: "5\n" }, added]);
	expect(fold([added, same, added])).toEqual([
		added,
		{ kind: "same", text: "0\n" },
		{ kind: "skipped", lines: 4 },
		{ kind: "same", text: "5\n" },
		added,
	]);
});

test("no change is left out, and no line gets lost", () => {
	const piece = fc.record({
		kind: fc.constantFrom("same" as const, "added" as const),
		text: fc.nat(9).map(lines),
	});
	fc.assert(
		fc.property(fc.array(piece), (pieces) => {
			const shown = fold(pieces);
			const added = (parts: typeof shown) => parts.filter(({ kind }) => kind === "added");
			expect(added(shown)).toEqual(added(pieces));
			const count = (parts: typeof shown) =>
				parts.reduce(
					(sum, part) => sum + (part.kind === "skipped" ? part.lines : part.text.split("\n").length - 1),
					0,
				);
			expect(count(shown)).toBe(count(pieces));
		}),
	);
});
