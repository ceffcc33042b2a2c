import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import type { Circumstances, Screen } from "./driver/driver";

/** The rules of WCAG 2.2, levels A and AA, and axe's own good practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Of WCAG 2.1, level A, too, and off in axe: whoever speaks says what is written on a button. */
const RULES = { "label-content-name-mismatch": { enabled: true } };

/** Less than half of what axe says of itself in full, and a page takes it in in two thirds of the time. */
const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** What of axe runs in the page. */
interface AxeInPage {
	axe: { run(within: Document, options: RunOptions): Promise<AxeResults> };
}

/** Brings axe into a page that hasn't got it. */
async function bring(screen: Screen): Promise<void> {
	if (await screen.evaluate(() => "axe" in globalThis)) return;
	await screen.evaluate(new Function(AXE) as () => void);
}

/** Runs in the page: what axe finds there. */
async function find(options: RunOptions): Promise<string[]> {
	// What is still fading in has too little contrast, for a moment.
	const fades = document
		.getAnimations()
		.filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < 1_000);
	await Promise.all(fades.map((fade) => fade.finished));
	// The source that has run before has set this name in the page.
	const { axe: page } = globalThis as unknown as AxeInPage;
	const { violations: found } = await page.run(document, {
		...options,
		resultTypes: ["violations"],
		preload: false,
	});
	return found.map((rule) => `${rule.id}: ${rule.help}: ${rule.nodes[0]?.target} (${rule.nodes.length})`);
}

/** What axe finds on a screen, a line each: the rule, and the first element that breaks it. */
export async function violations(screen: Screen): Promise<string[]> {
	await bring(screen);
	return screen.evaluate(find, { runOnly: TAGS, rules: RULES });
}

/** What of contrast alone axe finds on a screen. */
export async function faint(screen: Screen): Promise<string[]> {
	await bring(screen);
	return screen.evaluate(find, { runOnly: { type: "rule", values: ["color-contrast"] } });
}

/**
 * What axe finds on a screen in each of some looks; in those after the first, of what a look alone can break: its
 * contrasts. The screen is left in the last.
 */
export async function violationsIn(
	screen: Screen,
	[first, ...others]: readonly [Circumstances, ...Circumstances[]] = [
		{ scheme: "light" },
		{ scheme: "dark" },
	],
): Promise<string[]> {
	await screen.emulate(first);
	const found = await violations(screen);
	for (const look of others) {
		await screen.emulate(look);
		found.push(...(await faint(screen)).map((line) => `${JSON.stringify(look)} ${line}`));
	}
	return found;
}
