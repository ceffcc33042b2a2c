import { expect as base } from "@playwright/test";
import type { Found } from "./driver/driver";
import { PATIENCE, until } from "./driver/until";

/** Waits until what is asked for holds, or with `not` until it doesn't, and tells what it was last. */
async function settle<T>(
	not: boolean,
	sentence: string,
	ask: () => Promise<T>,
	holds: (answer: T) => boolean,
): Promise<{ pass: boolean; message: () => string }> {
	let last: T | undefined;
	const settled = await until(
		sentence,
		async () => {
			last = await ask();
			return holds(last) !== not;
		},
		PATIENCE,
	).catch(() => false);
	return {
		pass: settled !== not,
		message: () => `Expected ${not ? "not " : ""}${sentence}; at last it was ${JSON.stringify(last)}.`,
	};
}

const matches = (text: string, wanted: string | RegExp) =>
	typeof wanted === "string" ? text === wanted : wanted.test(text);

/** Playwright's expect, with matchers that wait for what a driver's {@link Found} shows. */
export const expect = base.extend({
	/** The element is there and visible. */
	toBeShown(found: Found) {
		return settle(
			this.isNot,
			"it to be shown",
			() => found.isVisible(),
			(shown) => shown,
		);
	},

	/** The element's whole text, with white space collapsed, is this or matches this. */
	toSay(found: Found, wanted: string | RegExp) {
		return settle(
			this.isNot,
			`it to say ${wanted}`,
			() => found.texts(),
			([text]) => text !== undefined && matches(text, wanted),
		);
	},

	/** There are so many of them. */
	toNumber(found: Found, wanted: number) {
		return settle(
			this.isNot,
			`${wanted} of them`,
			() => found.count(),
			(count) => count === wanted,
		);
	},

	/** The button that can be on or off is on. */
	toBePressed(found: Found) {
		return settle(
			this.isNot,
			"it to be pressed",
			() => found.attribute("aria-pressed"),
			(pressed) => pressed === "true",
		);
	},

	/** The element has the focus. */
	toBeFocused(found: Found) {
		return settle(
			this.isNot,
			"it to be focused",
			() => found.isFocused(),
			(focused) => focused,
		);
	},
});
