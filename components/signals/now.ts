import { type ReadonlySignal, signal } from "@preact/signals";
import { MINUTE_MS } from "@/data/model/durations";

/**
 * The time, moving on at each minute of the clock while the page is seen. Hidden, it holds no timer, and it
 * is right again as soon as the page is back. Timers stand still while a computer sleeps; none has more than a
 * minute left, so after that it is right within a minute, or as soon as the page is turned to.
 */
export function nowEachMinute(page: Document, clock: () => number): ReadonlySignal<number> {
	const now = signal(clock());
	let timer: ReturnType<typeof setTimeout> | undefined;
	const tick = () => {
		clearTimeout(timer);
		timer = undefined;
		if (page.visibilityState === "hidden") return;
		const time = clock();
		now.value = time;
		timer = setTimeout(tick, MINUTE_MS - (time % MINUTE_MS));
	};
	page.addEventListener("visibilitychange", tick);
	page.addEventListener("focusin", () => {
		if (clock() - now.peek() > MINUTE_MS) tick();
	});
	tick();
	return now;
}
