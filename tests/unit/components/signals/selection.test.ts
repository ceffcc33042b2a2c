import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { createHeadlineList } from "@/components/signals/headline-list";
import { createNotes } from "@/components/signals/notes";
import { createSelection } from "@/components/signals/selection";
import type { Headline, Marks } from "@/data/model/headline";
import { EMPTY_RUN } from "@/data/model/run";
import type { Scope } from "@/data/model/scope";
import type { NamedSource, Source } from "@/data/model/source";
import { failed, fine, type Outcome } from "@/data/model/trouble";
import { fakeBackground } from "../support/background";

const headline = (id: string): Headline => ({ id, title: id, source: "s", publishedAt: 0, kind: "bare" });

function open(answer: Outcome<unknown> = fine(["b", "c"])) {
	const background = fakeBackground({ mark: answer });
	const notes = createNotes();
	const front = {
		headlines: signal(["a", "b", "c", "d"].map(headline)),
		marks: signal<Marks>({}),
		former: signal<NamedSource[]>([]),
		sources: signal<Source[]>([]),
		ticker: signal(EMPTY_RUN),
	};
	const scope = signal<Scope>({});
	const archive = {
		readKept: async () => {},
		readMarks: async () => ({}),
		readIds: async () => ["a", "b", "c", "d", "older"],
		readSaved: async () => [],
		readOlder: async () => ({ headlines: [], hasMore: false, last: undefined }),
	};
	const list = createHeadlineList(front, background.send, notes, archive, scope);
	const selection = createSelection(list, notes);
	const chosen = () => selection.ids.value && [...selection.ids.value];
	return { selection, chosen, list, scope, notes, told: background.told };
}

describe("choosing several headlines", () => {
	test("begins with the first that is chosen, and ends", () => {
		const { selection, chosen } = open();
		expect(chosen()).toBeNull();
		selection.toggle("b");
		expect(chosen()).toEqual(["b"]);
		selection.toggle("b");
		expect(chosen()).toEqual([]);
		selection.end();
		expect(chosen()).toBeNull();
	});

	test("goes on from the last one to another, up or down", () => {
		const { selection, chosen } = open();
		selection.toggle("c");
		selection.extendTo("a");
		expect(chosen()?.sort()).toEqual(["a", "b", "c"]);
		selection.end();
		selection.extendTo("c", "b");
		expect(chosen()).toEqual(["b", "c"]);
	});

	test("all means all that the list holds, beyond what is listed", async () => {
		const { selection, chosen } = open();
		await selection.selectAll();
		expect(chosen()).toEqual(["a", "b", "c", "d", "older"]);
	});

	test("begins anew in another list", () => {
		const { selection, chosen, list, scope } = open();
		selection.toggle("a");
		list.tab.value = "unread";
		expect(chosen()).toEqual([]);
		selection.toggle("a");
		scope.value = { sources: ["s"] };
		expect(chosen()).toEqual([]);
	});
});

describe("an act on several headlines", () => {
	test.each([
		["read", "unread", "2 headlines marked read."],
		["unread", "read", "2 headlines marked unread."],
		["saved", "unsaved", "2 headlines saved."],
		["unsaved", "saved", "2 headlines no longer saved."],
	] as const)("%s can be undone, for those alone that it changed", async (act, undo, said) => {
		const { selection, chosen, notes, told } = open();
		for (const id of ["a", "b", "c"]) selection.toggle(id);
		await selection.act(act);
		expect(notes.status.value?.text).toBe(said);
		expect(chosen()).toEqual([]);
		notes.status.value?.action?.act();
		expect(told).toEqual([
			{ command: "mark", ask: { ids: ["a", "b", "c"], act } },
			{ command: "mark", ask: { ids: ["b", "c"], act: undo } },
		]);
		await vi.waitFor(() => expect(notes.status.value?.text).not.toBe(said));
	});

	test("that changes nothing says so, and one that fails keeps what is chosen", async () => {
		const without = open(fine([]));
		without.selection.toggle("a");
		await without.selection.act("saved");
		expect(without.notes.status.value).toEqual({ text: "All of these were saved already." });
		const failing = open(failed("storage-failed"));
		failing.selection.toggle("a");
		await failing.selection.act("saved");
		expect(failing.chosen()).toEqual(["a"]);
		expect(failing.notes.alert.value?.text).toContain("couldn’t store");
	});
});
