import { type ReadonlySignal, signal } from "@preact/signals";

const MINUTE_MS = 60_000;

/**
 * The time, moving on once a minute while the page is seen. Hidden, it holds no timer, and it is right
 * again as soon as the page is back.
 */
export function nowEachMinute(page: Document, clock: () => number): ReadonlySignal<number> {
	const now = signal(clock());
	let timer: ReturnType<typeof setInterval> | undefined;
	const follow = () => {
		clearInterval(timer);
		timer = undefined;
		if (page.visibilityState === "hidden") return;
		now.value = clock();
		timer = setInterval(() => {
			now.value = clock();
		}, MINUTE_MS);
	};
	page.addEventListener("visibilitychange", follow);
	follow();
	return now;
}
