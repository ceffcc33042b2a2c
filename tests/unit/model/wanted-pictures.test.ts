import { expect, it } from "vitest";
import { nextWanted, nextWantedAt } from "../../../data/model/wanted-pictures";

it("what has waited for the longest is looked for next, however much is wanted", () => {
	const wanted = Object.fromEntries(
		Array.from({ length: 200_000 }, (_, n) => [`h${n}`, { at: 1_000 + ((n + 7) % 200_000), tries: 0 }]),
	);
	expect(nextWantedAt(wanted)).toBe(1_000);
	expect(nextWanted(wanted, 1_000)).toBe("h199993");
	expect(nextWanted(wanted, 999)).toBeUndefined();
	expect(nextWantedAt({})).toBeUndefined();
});
