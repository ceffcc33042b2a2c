import { computed, signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Row, Tab } from "@/components/headlines/rows";
import type { HeadlineList } from "@/components/signals/headline-list";
import { createNotes } from "@/components/signals/notes";
import { createPopup } from "@/components/signals/popup";
import { MINUTE_MS } from "@/data/model/durations";
import type { PopupLeft } from "@/data/model/popup-place";
import { fine, type Outcome } from "@/data/model/trouble";
import { fakeBackground } from "../support/background";

const NOW = 100 * MINUTE_MS;
const left: PopupLeft = {
	tab: "saved",
	query: "ferry",
	top: { id: "h", above: 12 },
	current: "i",
	leftAt: NOW - 10 * MINUTE_MS,
};

function open(before: PopupLeft | null, answers: Record<string, Outcome<unknown>> = {}) {
	const { send, told } = fakeBackground(answers);
	const notes = createNotes();
	const rows = signal<Row[]>([]);
	// Twenty rows at a time; the one that it was left at is the fifty-first.
	const listMore = async () => {
		const ids = Array.from({ length: Math.min(rows.value.length + 20, 70) }, (_, n) =>
			n === 50 ? "h" : `${n}`,
		);
		rows.value = ids.map((id) => ({ ...row(), headline: { ...row().headline, id } }));
	};
	const hasMore = computed(() => rows.value.length < 70);
	const mark: HeadlineList["mark"] = async (ids, act) =>
		notes.take(await send("mark", { ids: [...ids], act }));
	const parts = { tab: signal<Tab>("all"), query: signal(""), rows, hasMore, listMore, mark };
	const headlines = signal<unknown>([]);
	const isVisible = signal(true);
	const opened: string[] = [];
	const waiting: (() => void)[] = [];
	const paint = () => {
		for (const act of waiting.splice(0)) act();
	};
	const popup = createPopup({
		// Of the list it uses these six.
		list: parts as unknown as HeadlineList,
		left: before,
		send,
		notes,
		openTab: (url) => opened.push(url),
		clock: () => NOW,
		headlines,
		isVisible: () => isVisible.value,
		afterPaint: (act) => waiting.push(act),
	});
	return { popup, paint, told, notes, opened, headlines, isVisible, ...parts };
}

const row = (url?: string): Row => ({
	headline: { id: "h", title: "Ferry", source: "s", publishedAt: 0, kind: "bare", ...(url && { url }) },
	sourceTitle: "Harbour Post",
	mark: {},
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the popup", () => {
	test("comes back as it was left ten minutes ago", () => {
		const { popup, tab, query } = open(left);
		expect([tab.value, query.value]).toEqual(["saved", "ferry"]);
		expect(popup.returnTo).toEqual({ top: left.top, current: "i" });
	});

	test("lists as far as where it was left, or to the end, whether or not it was a search", () => {
		expect(open(left).rows.value).toHaveLength(60);
		expect(open({ ...left, query: "" }).rows.value).toHaveLength(60);
		expect(open({ ...left, top: { id: "gone", above: 0 } }).rows.value).toHaveLength(70);
		const { top: _, ...atTop } = left;
		expect(open(atTop).rows.value).toEqual([]);
	});

	test("lists no further for a place that it has come to, whatever comes or goes later", () => {
		const { rows } = open(left);
		rows.value = rows.value.slice(0, 20);
		expect(rows.value).toHaveLength(20);
	});

	test("tells that what came was seen, each time that headlines come while it can be seen", () => {
		const { told, paint, headlines, isVisible } = open(null);
		const seen = () => told.filter(({ command }) => command === "popupOpened").length;
		expect(seen()).toBe(0);
		paint();
		expect(seen()).toBe(1);
		headlines.value = ["new"];
		paint();
		expect(seen()).toBe(2);
		isVisible.value = false;
		headlines.value = ["newer"];
		paint();
		expect(seen()).toBe(2);
	});

	test("counts the ten minutes from its closing", () => {
		const { popup, paint, told } = open(left);
		paint();
		told.length = 0;
		popup.leave();
		expect(told).toEqual([
			{ command: "leavePopup", ask: { tab: "saved", query: "ferry", top: left.top, current: "i" } },
		]);
	});

	test.each([null, { ...left, leftAt: NOW - 10 * MINUTE_MS - 1 }, { ...left, leftAt: NOW + 1 }])(
		"begins anew after %j",
		(before) => {
			const { popup, tab, query } = open(before);
			expect([tab.value, query.value]).toEqual(["all", ""]);
			expect(popup.returnTo).toEqual({});
		},
	);

	test("keeps the tab, the search and what is in sight when they rest, and not at each key", () => {
		const { popup, told, tab, query } = open(null);
		vi.advanceTimersByTime(150);
		told.length = 0;
		tab.value = "unread";
		for (const typed of ["s", "se", "sea"]) {
			query.value = typed;
			vi.advanceTimersByTime(100);
		}
		expect(told).toEqual([]);
		vi.advanceTimersByTime(50);
		expect(told.map(({ ask }) => ask)).toEqual([{ tab: "unread", query: "sea" }]);
		for (let above = 1; above <= 20; above += 1) popup.look({ top: { id: "h", above } });
		expect(told).toHaveLength(1);
		vi.advanceTimersByTime(150);
		expect(told.slice(1)).toEqual([
			{ command: "leavePopup", ask: { tab: "unread", query: "sea", top: { id: "h", above: 20 } } },
		]);
	});

	test("keeps at once, as it closes, what was typed last, and only once", () => {
		const { popup, told, query } = open(null);
		query.value = "seal";
		popup.leave();
		vi.advanceTimersByTime(1000);
		expect(told.filter(({ command }) => command === "leavePopup").map(({ ask }) => ask)).toEqual([
			{ tab: "all", query: "seal" },
		]);
	});

	test("sees another list from its top", () => {
		const { told, tab } = open(left);
		tab.value = "all";
		vi.advanceTimersByTime(150);
		expect(told.filter(({ command }) => command === "leavePopup").at(-1)?.ask).toEqual({
			tab: "all",
			query: "ferry",
		});
	});

	test("opens an original, and marks it read", async () => {
		const { popup, told, opened } = open(null, { mark: fine(["h"]) });
		await popup.openOriginal(row("https://news.example/1?utm_source=feed"));
		expect(opened).toEqual(["https://news.example/1"]);
		expect(told.at(-1)).toEqual({ command: "mark", ask: { ids: ["h"], act: "read" } });
	});

	test("says so where there is no original", async () => {
		const { popup, notes, opened } = open(null);
		await popup.openOriginal(row());
		expect(opened).toEqual([]);
		expect(notes.status.value?.text).toBe("This headline has no page of its own.");
	});

	test("mutes a source, and takes it back", async () => {
		const { popup, told, notes } = open(null, { addRule: fine({ id: "r" }), removeRule: fine({ id: "r" }) });
		await popup.muteSource(row());
		expect(told.at(-1)?.ask).toEqual({ act: "mute", match: { kind: "source", source: "s" }, where: "title" });
		expect(notes.status.value?.text).toBe("Harbour Post is muted.");
		notes.status.value?.action?.act();
		expect(told.at(-1)).toEqual({ command: "removeRule", ask: { id: "r" } });
		await vi.waitFor(() => expect(notes.status.value?.text).toBe("Harbour Post is no longer muted."));
	});
});
