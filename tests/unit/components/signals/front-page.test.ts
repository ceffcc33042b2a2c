import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { createFrontPage } from "@/components/signals/front-page";
import { createNotes } from "@/components/signals/notes";
import type { Headline, Marks } from "@/data/model/headline";
import { EMPTY_RUN, type Run } from "@/data/model/run";
import { failed, fine, type Outcome } from "@/data/model/trouble";
import { fakeBackground } from "../support/background";

const NOW = Date.UTC(2026, 0, 15);

const headline = (id: string, age = 0): Headline => ({
	id,
	title: `Unlike any: ${id}`,
	source: "s",
	publishedAt: NOW - age,
	kind: "bare",
});

function open(ids: string, answer: Outcome<unknown> = fine([...ids])) {
	const headlines = signal([...ids].map((id, index) => headline(id, index)));
	const marks = signal<Marks>({});
	const sources = signal([{ id: "s", kind: "feed" as const, title: "Source", addedAt: 0 }]);
	const background = fakeBackground({ mark: answer });
	const notes = createNotes();
	const ticker = signal<Run>(EMPTY_RUN);
	const front = { headlines, marks, sources, nextLookAt: signal(null), ticker };
	const page = createFrontPage(front, background.send, notes, () => NOW);
	const told = () => page.stories.value.map((story) => story.headline.id).join("");
	return { headlines, marks, ticker, background, notes, page, told };
}

describe("the front page", () => {
	test("stands still when headlines come in, until it is renewed", () => {
		const { page, headlines, told } = open("abc");
		headlines.value = [headline("n"), ...headlines.value.map((old) => ({ ...old, publishedAt: NOW - 9 }))];
		expect([told(), page.arrived.value]).toEqual(["abc", 1]);
		page.renew();
		expect([told(), page.arrived.value]).toEqual(["nabc", 0]);
	});

	test("marked read, gives way to what there is next, and comes back with undo", async () => {
		const { page, told, notes, background } = open("abcdefghijklmn");
		expect([told(), page.more.value]).toEqual(["abcdefghijkl", 2]);
		await page.markRead();
		expect([told(), page.more.value]).toEqual(["mn", 0]);
		expect(notes.status.value?.text).toBe("12 stories marked read.");
		notes.status.value?.action?.act();
		await expect.poll(told).toBe("abcdefghijkl");
		expect(notes.status.value?.text).toBe("Unread again.");
		expect(background.told.map(({ ask }) => ask)).toMatchObject([{ act: "read" }, { act: "unread" }]);
	});

	test("stays as it is when marking fails, and says so", async () => {
		const { page, told, notes } = open("ab", failed("unexpected"));
		await page.markRead();
		expect([told(), page.more.value]).toEqual(["ab", 0]);
		expect(notes.alert.value).not.toBeNull();
	});

	test("counts as more only what is unread still, and beside it what is older", () => {
		const { page, marks, ticker, told } = open("abcdefghijklmn");
		marks.value = { n: { read: 1 } };
		expect([told(), page.more.value]).toEqual(["abcdefghijkl", 1]);
		ticker.value = { ...EMPTY_RUN, older: 7 };
		expect(page.older.value).toBe(7);
	});

	test("knows how many the user’s rules hide", () => {
		const { page, ticker } = open("");
		expect(page.hidden.value).toBe(0);
		ticker.value = { ...EMPTY_RUN, hidden: 12 };
		expect(page.hidden.value).toBe(12);
	});

	test("a story is marked and saved, and back", async () => {
		const { page, marks, background, notes } = open("a");
		const [story] = page.stories.value;
		if (!story) throw new Error("No story.");
		await page.toggleRead(story);
		await page.toggleSaved(story);
		expect(notes.status.value?.text).toBe("Saved.");
		marks.value = { a: { read: 1, saved: 1 } };
		await page.toggleRead(story);
		await page.toggleSaved(story);
		page.opened(story);
		expect(background.told.map(({ ask }) => ask)).toMatchObject(
			["read", "saved", "unread", "unsaved", "read"].map((act) => ({ act })),
		);
	});
});
