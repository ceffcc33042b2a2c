import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { nowEachMinute } from "@/components/signals/now";
import { HOUR_MS, MINUTE_MS } from "@/data/model/durations";

/** 20 seconds past noon. */
const START = Date.UTC(2026, 0, 1, 12, 0, 20);

/** As much of a document as is looked at. */
function page() {
	const events = new EventTarget();
	// Of a document these two are used, and an event target has the second.
	const document = Object.assign(events, { visibilityState: "visible" }) as unknown as Document & {
		visibilityState: DocumentVisibilityState;
	};
	const become = (state: DocumentVisibilityState) => {
		document.visibilityState = state;
		events.dispatchEvent(new Event("visibilitychange"));
	};
	return { document, become, events };
}

beforeEach(() => {
	vi.useFakeTimers();
	vi.setSystemTime(START);
});
afterEach(() => vi.useRealTimers());

describe("the time", () => {
	test("moves on when the clock's minute changes, however late in it the page was opened", () => {
		const now = nowEachMinute(page().document, Date.now);
		vi.advanceTimersByTime(39_999);
		expect(now.value).toBe(START);
		vi.advanceTimersByTime(1);
		expect(now.value).toBe(START + 40_000);
		vi.advanceTimersByTime(MINUTE_MS);
		expect(now.value).toBe(START + 40_000 + MINUTE_MS);
	});

	test("holds no timer while the page is hidden, and is right when it is back", () => {
		const { document, become } = page();
		const now = nowEachMinute(document, Date.now);
		become("hidden");
		expect(vi.getTimerCount()).toBe(0);
		vi.advanceTimersByTime(10 * MINUTE_MS);
		become("visible");
		expect(now.value).toBe(START + 10 * MINUTE_MS);
	});

	test("is right after a sleep as soon as the page is turned to, and within a minute in any case", () => {
		const { document, events } = page();
		const now = nowEachMinute(document, Date.now);
		// A sleeping computer's clock goes on, and its timers don't.
		vi.setSystemTime(START + 8 * HOUR_MS);
		vi.advanceTimersByTime(MINUTE_MS);
		expect(now.value).toBeGreaterThanOrEqual(START + 8 * HOUR_MS);
		vi.setSystemTime(START + 16 * HOUR_MS);
		events.dispatchEvent(new Event("focusin"));
		expect(now.value).toBe(START + 16 * HOUR_MS);
	});
});
