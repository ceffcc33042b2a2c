import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { createMarksAhead } from "@/components/signals/marks-ahead";
import type { HeadlineId, Marks } from "@/data/model/headline";

const AT = 7;

/** An act that the background answers when it is told to. */
function asked() {
	let answer: (changed: HeadlineId[] | null) => void = () => {};
	const done = new Promise<HeadlineId[] | null>((resolve) => {
		answer = resolve;
	});
	return { done, answer };
}

function open(marks: Marks = {}) {
	const published = signal<Marks>(marks);
	return { published, ...createMarksAhead(published, () => AT) };
}

describe("An act", () => {
	test("is shown before it is done", () => {
		const { marks, showing } = open({ b: { saved: 1 } });
		void showing(["a", "b"], "read", asked().done);
		expect(marks.value).toEqual({ a: { read: AT }, b: { saved: 1, read: AT } });
	});

	test("that fails, or changes nothing, is taken back", async () => {
		for (const answered of [null, []]) {
			const { marks, showing } = open({ a: { saved: 1 } });
			const { done, answer } = asked();
			const shown = showing(["a"], "unsaved", done);
			expect(marks.value).toEqual({ a: {} });
			answer(answered);
			expect(await shown).toBe(answered);
			expect(marks.value).toEqual({ a: { saved: 1 } });
		}
	});

	test("is shown until the front has said it, and from then on as the front says it", async () => {
		const { published, marks, showing } = open();
		const { done, answer } = asked();
		const shown = showing(["a"], "read", done);
		answer(["a"]);
		await shown;
		expect(marks.value).toEqual({ a: { read: AT } });
		published.value = { a: { read: 8 } };
		expect(marks.value).toEqual({ a: { read: 8 } });
		// Another device, or another page, may take it back.
		published.value = {};
		expect(marks.value).toEqual({});
	});

	test("is not shown any more once the front has said it, also where its answer comes later", async () => {
		const { published, marks, showing } = open();
		const { done, answer } = asked();
		const shown = showing(["a"], "read", done);
		published.value = { a: { read: 8 } };
		published.value = {};
		expect(marks.value).toEqual({});
		answer(["a"]);
		await shown;
		expect(marks.value).toEqual({});
	});

	test("stays shown while the front says something else, until it is answered", async () => {
		const { published, marks, showing } = open();
		const { done, answer } = asked();
		const shown = showing(["a"], "read", done);
		published.value = { b: { read: 1 } };
		expect(marks.value).toEqual({ a: { read: AT }, b: { read: 1 } });
		answer(["a"]);
		await shown;
		expect(marks.value).toEqual({ b: { read: 1 } });
	});

	test("follows on the one before it, in their order", async () => {
		const { marks, showing } = open();
		const first = asked();
		const one = showing(["a"], "read", first.done);
		void showing(["a"], "unread", asked().done);
		expect(marks.value).toEqual({ a: {} });
		first.answer(null);
		await one;
		expect(marks.value).toEqual({ a: {} });
	});
});
