import type { Screen } from "./driver/driver";

/** How far things have moved on a page of their own accord, as a part of what is seen. Firefox doesn't tell. */
export const shifts = (screen: Screen) =>
	screen.evaluate(
		() =>
			new Promise<number>((done) => {
				const seen = new PerformanceObserver((list) => {
					const all = list.getEntries() as (PerformanceEntry & { value: number })[];
					done(all.reduce((sum, { value }) => sum + value, 0));
				});
				seen.observe({ type: "layout-shift", buffered: true });
				setTimeout(() => done(0), 500);
			}),
	);
