import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { createNotes } from "@/components/signals/notes";
import { createRules } from "@/components/signals/rules";
import { createWatchCounts } from "@/components/signals/watch-counts";
import type { Headline, MarkedHeadline, Marks } from "@/data/model/headline";
import type { Rule } from "@/data/model/rule";
import type { Source } from "@/data/model/source";
import { failed, fine, type Outcome } from "@/data/model/trouble";
import { fakeBackground } from "../support/background";

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
	id,
	act: "mute",
	match: { kind: "words", text: id },
	where: "title",
	addedAt: 0,
	...more,
});
const hidden: MarkedHeadline = {
	headline: { id: "h", title: "Hidden", source: "s", publishedAt: 0, kind: "bare" },
	mark: {},
};
const source: Source = { id: "s", kind: "feed", title: "Harbour Post", addedAt: 0 };

function open(
	rules: Rule[],
	answers: Record<string, Outcome<unknown>> = {},
	readMatched: () => Promise<MarkedHeadline[]> = async () => [hidden],
) {
	const background = fakeBackground(answers);
	const notes = createNotes();
	const front = {
		rules: signal(rules),
		muted: signal<Record<string, number>>({ football: 12, tea: 0 }),
		sources: signal([source]),
		headlines: signal<Headline[]>([]),
		marks: signal<Marks>({}),
	};
	return {
		model: createRules(front, background.send, notes, readMatched),
		notes,
		front,
		told: background.told,
	};
}

test("rules are named by what they look for, the last added first", () => {
	const { model } = open([
		rule("football"),
		rule("p", { match: { kind: "pattern", text: "^live" } }),
		rule("s", { match: { kind: "source", source: "s" } }),
		rule("t", { match: { kind: "source", source: "gone" } }),
	]);
	expect(model.entries.value.map(({ name }) => name)).toEqual([
		"A source that you don’t follow",
		"Harbour Post",
		"/^live/",
		"football",
	]);
});

test("only what hides something is accounted for at the end of a list", () => {
	const { model } = open([rule("football"), rule("tea"), rule("watched", { act: "watch" })]);
	expect(model.hiding.value.map(({ name, hides }) => [name, hides])).toEqual([["football", 12]]);
});

describe("what a rule hides", () => {
	test("is shown, read again when it changes, and put away", async () => {
		const read = vi.fn(async () => [hidden]);
		const { model, front } = open([rule("football")], {}, read);
		model.toggleShown(rule("football"));
		await vi.waitFor(() => expect(model.shown.value?.rows[0]?.sourceTitle).toBe("Harbour Post"));
		front.muted.value = { football: 13 };
		expect(read).toHaveBeenCalledTimes(2);
		model.toggleShown(rule("football"));
		expect(model.shown.value).toBeNull();
	});

	test("goes with the rule", async () => {
		const { model, front } = open([rule("football")]);
		model.toggleShown(rule("football"));
		await vi.waitFor(() => expect(model.shown.value).not.toBeNull());
		front.rules.value = [];
		expect(model.shown.value).toBeNull();
	});

	test("that can’t be read is said in words", async () => {
		const { model, notes } = open([rule("football")], {}, () =>
			Promise.reject(new Error("The disk is gone.")),
		);
		model.toggleShown(rule("football"));
		await vi.waitFor(() => expect(notes.alert.value?.text).toContain("couldn’t be read"));
	});
});

test("a removed rule comes back with its end, by undo", async () => {
	const until = 5;
	const { model, notes, told } = open([rule("football", { until })], {
		removeRule: fine(rule("football")),
		addRule: fine(rule("football")),
	});
	const [entry] = model.entries.value;
	if (entry) await model.remove(entry);
	expect(notes.status.value?.text).toBe("football is no longer muted.");
	notes.status.value?.action?.act();
	expect(told[1]).toEqual({
		command: "addRule",
		ask: { act: "mute", match: { kind: "words", text: "football" }, where: "title", until },
	});
	await vi.waitFor(() => expect(notes.status.value?.text).toBe("football is muted again."));
});

test("a refused pattern is said in words, and isn’t added", async () => {
	const { model, notes } = open([], { addRule: failed("pattern-slow") });
	const draft = { act: "mute", match: { kind: "pattern", text: "(a)\\1" }, where: "title" } as const;
	expect(await model.add(draft)).toBe(false);
	expect(notes.alert.value?.text).toBe("This pattern could take too long. Try a simpler one.");
});

test("what watch rules match is counted while somebody looks", async () => {
	const front = { rules: signal([rule("w", { act: "watch" })]), headlines: signal<Headline[]>([]) };
	const isShown = signal(false);
	const read = vi.fn(async () => ({ w: 3 }));
	const counts = createWatchCounts(front, read, isShown, createNotes());
	expect(read).not.toHaveBeenCalled();
	isShown.value = true;
	await vi.waitFor(() => expect(counts.value).toEqual({ w: 3 }));
});
