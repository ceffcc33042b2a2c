import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followRevisions } from "@/data/store/told";

/** Takes what is told and what is stored, as a page does; answers what it has taken, in order. */
function page() {
	const revisions = followRevisions();
	const taken: number[] = [];
	return {
		taken,
		told: (revision: number) => {
			if (revisions.tell(revision)) taken.push(revision);
		},
		stored: (revision: number) => {
			if (revisions.store(revision)) taken.push(revision);
		},
	};
}

describe("What is told ahead of the storage", () => {
	test("is taken at once, and not again when it is stored", () => {
		const { told, stored, taken } = page();
		told(2);
		stored(2);
		expect(taken).toEqual([2]);
	});

	test("isn’t taken back by what was published before it and comes later", () => {
		const { told, stored, taken } = page();
		told(2);
		told(3);
		stored(2);
		stored(3);
		expect(taken).toEqual([2, 3]);
	});

	test("is left alone where something later is stored already", () => {
		const { told, stored, taken } = page();
		stored(3);
		told(2);
		expect(taken).toEqual([3]);
	});

	test("gives way to an archive that began again, whose revisions are lower", () => {
		const { told, stored, taken } = page();
		told(9);
		stored(9);
		stored(1);
		told(2);
		stored(2);
		expect(taken).toEqual([9, 1, 2]);
	});

	test("and that is no revision isn’t taken at all", () => {
		const { tell } = followRevisions();
		for (const damaged of [undefined, null, "3", Number.NaN, {}]) expect(tell(damaged)).toBe(false);
	});

	test("ends with what was published last, however both come, and whatever wasn’t told", () => {
		const publications = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(publications, fc.infiniteStream(fc.boolean()), (isTold, turns) => {
				const telling = isTold.flatMap((told, at) => (told ? [at + 1] : []));
				const storing = isTold.map((_, at) => at + 1);
				const { told, stored, taken } = page();
				while (telling.length + storing.length > 0) {
					const isTelling = telling.length > 0 && (storing.length === 0 || turns.next().value);
					if (isTelling) told(telling.shift() ?? 0);
					else stored(storing.shift() ?? 0);
				}
				expect(taken.at(-1)).toBe(isTold.length);
			}),
		);
	});
});
