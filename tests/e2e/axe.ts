import axe from "axe-core";
import type { Screen } from "./driver/driver";

/** The rules of WCAG 2.2, levels A and AA, and axe's own good practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds on a screen, a line each: the rule, and the first element that breaks it. Of all its rules, or
 * of these alone.
 */
export async function violations(screen: Screen, rules?: string[]): Promise<string[]> {
	const isThere = await screen.evaluate(() => "axe" in globalThis);
	if (!isThere) await screen.evaluate(new Function(axe.source) as () => void);
	return screen.evaluate(async (runOnly) => {
		// What is still fading in has too little contrast, for a moment.
		const fades = document
			.getAnimations()
			.filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < 1_000);
		await Promise.all(fades.map((fade) => fade.finished));
		// The source that ran just above has set this name in the page.
		const { axe: page } = globalThis as unknown as { axe: typeof import("axe-core") };
		const { violations: found } = await page.run(document, { runOnly });
		return found.map((rule) => `${rule.id}: ${rule.help}: ${rule.nodes[0]?.target} (${rule.nodes.length})`);
	}, rules ?? TAGS);
}
