import type { Bidi, Shared } from "./bidi";
import { pressing, typing } from "./keys";

/** What a user's hands do in a tab of Firefox: real input, by way of the browser. */
export class FirefoxHands {
	readonly #bidi: Bidi;
	readonly #context: string;
	readonly #window: string;

	/** `window` is the browser's own window around the tab. */
	constructor(bidi: Bidi, context: string, window: string) {
		this.#bidi = bidi;
		this.#context = context;
		this.#window = window;
	}

	/** Presses a key or a chord. */
	async press(chord: string): Promise<void> {
		await this.#keys(pressing(chord));
	}

	async type(text: string): Promise<void> {
		await this.#keys(typing(text));
	}

	/** Moves the mouse to an element's middle, or to the page's corner, and clicks if told to. */
	async point(to: Shared | undefined, click: boolean): Promise<void> {
		const origin = to && { type: "element", element: { sharedId: to.sharedId } };
		const actions = [
			{ type: "pointerMove", x: 0, y: 0, ...(origin && { origin }) },
			...(click ? ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 })) : []),
		];
		await this.#act({ type: "pointer", id: "mouse", actions });
	}

	/**
	 * Moves the focus from the browser's own controls, where a new tab leaves it, into the page. Keys reach
	 * the page without this, but it wouldn't learn what it has focused.
	 */
	async enter(): Promise<void> {
		const isIn = await this.#bidi.call(this.#context, "() => document.hasFocus()", []);
		if (!isIn) await this.#bidi.call(this.#window, "() => gBrowser.selectedBrowser.focus()", []);
	}

	async #keys(actions: object[]): Promise<void> {
		await this.enter();
		await this.#act({ type: "key", id: "keyboard", actions });
	}

	async #act(source: object): Promise<void> {
		await this.#bidi.send("input.performActions", { context: this.#context, actions: [source] });
	}
}
