import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { createNotes } from "@/components/signals/notes";
import { createReadingStyles } from "@/components/signals/reading-styles";
import { DEFAULT_READING_STYLE, type ReadingStyle } from "@/data/model/reading-style";
import { DEFAULT_SETTINGS } from "@/data/model/settings";
import type { Source } from "@/data/model/source";
import { failed, fine, type Outcome } from "@/data/model/trouble";
import { fakeBackground } from "../support/background";

const source = (id: string, reading?: Partial<ReadingStyle>): Source => ({
	id,
	kind: "feed",
	title: id,
	addedAt: 0,
	...(reading && { reading }),
});

function open(sources: Source[], answer: Outcome<unknown> = fine({})) {
	const background = fakeBackground({ changeSettings: answer, editSource: answer });
	const notes = createNotes();
	const front = { settings: signal(DEFAULT_SETTINGS), sources: signal(sources) };
	const setUsual = (reading: Partial<ReadingStyle>) => {
		front.settings.value = {
			...front.settings.value,
			reading: { ...front.settings.value.reading, ...reading },
		};
	};
	return {
		styles: createReadingStyles(front, background.send, notes),
		notes,
		front,
		setUsual,
		told: background.told,
	};
}

describe("how articles are set", () => {
	test("a source follows the usual style but in what it has of its own", () => {
		const { styles, setUsual } = open([source("a", { size: 24 }), source("b")]);
		setUsual({ face: "sans", size: 16 });
		expect(styles.of("a")).toEqual({ ...DEFAULT_READING_STYLE, face: "sans", size: 24 });
		expect(styles.of("b")).toEqual(styles.of());
		expect(styles.of("gone")).toEqual(styles.of());
	});

	test("what is tried is seen at once, everywhere that it would hold, and nothing is stored", () => {
		const { styles, told } = open([source("a", {}), source("b")]);
		styles.try({ size: 30 }, "b");
		expect(styles.of("b").size).toBe(30);
		expect(styles.of("a").size).toBe(30);
		styles.try({ size: 14 }, "a");
		expect(styles.of("a").size).toBe(14);
		expect(styles.of("b").size).toBe(DEFAULT_READING_STYLE.size);
		expect(told).toEqual([]);
	});

	test("what is kept is the source's own where it has such, and else the usual", async () => {
		const { styles, told } = open([source("a", { face: "sans" }), source("b")]);
		await styles.keep({ size: 30 }, "b");
		await styles.keep({ size: 14 }, "a");
		expect(told).toEqual([
			{ command: "changeSettings", ask: { reading: { size: 30 } } },
			{ command: "editSource", ask: { id: "a", reading: { face: "sans", size: 14 } } },
		]);
	});

	test("a change shows until storage has caught up, and gives way to the next from there", async () => {
		const { styles, setUsual } = open([]);
		await styles.keep({ size: 30 });
		expect(styles.of().size).toBe(30);
		setUsual({ size: 30 });
		setUsual({ size: 18 });
		expect(styles.of().size).toBe(18);
	});

	test("a change that is refused is told, and taken back", async () => {
		const { styles, notes } = open([], failed("storage-failed"));
		await styles.keep({ size: 30 });
		expect(styles.of().size).toBe(DEFAULT_READING_STYLE.size);
		expect(notes.alert.value).not.toBeNull();
	});

	test("a source is given a style of its own, which begins as usual, and loses it", async () => {
		const { styles, front, told } = open([source("a")]);
		await styles.setOwn("a", true);
		front.sources.value = [source("a", {})];
		expect(styles.hasOwn("a")).toBe(true);
		expect(styles.isAsUsual("a")).toBe(true);
		await styles.setOwn("a", false);
		expect(told.map(({ ask }) => ask)).toEqual([
			{ id: "a", reading: {} },
			{ id: "a", reading: null },
		]);
	});

	test("setting back is to the usual style for a source's own, and to the first for the usual", async () => {
		const { styles, told, setUsual } = open([source("a", { size: 24 })]);
		expect(styles.isAsUsual("a")).toBe(false);
		expect(styles.isAsUsual()).toBe(true);
		setUsual({ face: "sans" });
		expect(styles.isAsUsual()).toBe(false);
		await styles.reset("a");
		await styles.reset();
		expect(told.map(({ ask }) => ask)).toEqual([
			{ id: "a", reading: {} },
			{ reading: DEFAULT_READING_STYLE },
		]);
	});
});
