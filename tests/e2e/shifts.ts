import type { Screen } from "./driver/driver";

/** What has moved on a page of its own accord: how far, as a part of what is seen, and what. Firefox doesn't tell. */
export const shifts = (screen: Screen): Promise<string[]> =>
	screen.evaluate(() => {
		interface Shift extends PerformanceEntry {
			value: number;
			sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
		}
		const placeOf = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(" ");
		const say = ({ value, startTime, sources }: Shift) =>
			`${value} at ${Math.round(startTime)} ms: ${sources
				.map(({ node, previousRect, currentRect }) => {
					const name = node instanceof Element ? `${node.nodeName}.${node.className}` : node?.nodeName;
					return `${name} from ${placeOf(previousRect)} to ${placeOf(currentRect)}`;
				})
				.join(", ")}`;
		return new Promise<string[]>((done) => {
			const seen = new PerformanceObserver((list) => done((list.getEntries() as Shift[]).map(say)));
			seen.observe({ type: "layout-shift", buffered: true });
			setTimeout(() => done([]), 500);
		});
	});
