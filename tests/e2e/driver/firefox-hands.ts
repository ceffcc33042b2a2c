import type { Bidi, Shared } from "./bidi";
import type { Click } from "./driver";
import { code, pressing, typing } from "./keys";

/** How long a drag takes, so that the page sees it on its way. */
const DRAG_MS = 100;

/** The mouse's buttons, as WebDriver numbers them. */
const BUTTONS = { left: 0, middle: 1 };

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

	/** Moves the mouse to an element's middle, or to the page's corner. */
	async point(to: Shared | undefined): Promise<void> {
		await this.#act(mouse([moveTo(to)]));
	}

	async click(on: Shared, { button = "left", modifiers = [] }: Click): Promise<void> {
		const held = modifiers.map(code);
		const down = held.map((value) => ({ type: "keyDown", value }));
		const up = held.map((value) => ({ type: "keyUp", value }));
		const click = [
			moveTo(on),
			...["pointerDown", "pointerUp"].map((type) => ({ type, button: BUTTONS[button] })),
		];
		// The devices' actions go side by side: each waits while it is the other's turn.
		await this.#act(
			{ type: "key", id: "keyboard", actions: [...down, ...waiting(click), ...up] },
			mouse([...waiting(down), ...click]),
		);
	}

	/** Drags an element by its middle, so many CSS pixels to the right and down. */
	async drag(element: Shared, dx: number, dy: number): Promise<void> {
		const move = { type: "pointerMove", x: dx, y: dy, origin: "pointer", duration: DRAG_MS };
		await this.#act(
			mouse([moveTo(element), { type: "pointerDown", button: 0 }, move, { type: "pointerUp", button: 0 }]),
		);
	}

	/** Turns the wheel over an element's middle. */
	async wheel(over: Shared, dx: number, dy: number): Promise<void> {
		const scroll = { type: "scroll", x: 0, y: 0, deltaX: dx, deltaY: dy, origin: origin(over) };
		await this.#act({ type: "wheel", id: "wheel", actions: [scroll] });
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

	async #act(...actions: object[]): Promise<void> {
		await this.#bidi.send("input.performActions", { context: this.#context, actions });
	}
}

const mouse = (actions: object[]) => ({ type: "pointer", id: "mouse", actions });

const origin = (element: Shared) => ({ type: "element", element: { sharedId: element.sharedId } });

const moveTo = (to: Shared | undefined) => ({
	type: "pointerMove",
	x: 0,
	y: 0,
	...(to && { origin: origin(to) }),
});

const waiting = (others: object[]) => others.map(() => ({ type: "pause" }));
