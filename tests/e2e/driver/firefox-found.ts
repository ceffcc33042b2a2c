import { type Bidi, BidiError, type Shared } from "./bidi";
import type { Click, Found } from "./driver";
import type { FirefoxHands } from "./firefox-hands";
import type { FirefoxNodes } from "./firefox-nodes";
import { readiness, selectAll, setValue, textOf } from "./page-functions";
import { until } from "./until";

/** Elements in a tab of Firefox. */
export class FirefoxFound implements Found {
	readonly #bidi: Bidi;
	readonly #context: string;
	readonly #hands: FirefoxHands;
	readonly #nodes: FirefoxNodes;

	constructor(bidi: Bidi, context: string, hands: FirefoxHands, nodes: FirefoxNodes) {
		this.#bidi = bidi;
		this.#context = context;
		this.#hands = hands;
		this.#nodes = nodes;
	}

	find(role: string, name?: string): Found {
		return this.#with(this.#nodes.byRole(role, name));
	}

	labelled(label: string): Found {
		return this.#with(this.#nodes.byLabel(label));
	}

	css(selector: string): Found {
		return this.#with(this.#nodes.byCss(selector));
	}

	holding(text: string): Found {
		return this.#with(
			this.#nodes.keep((element, part) => element.textContent.replace(/\s+/g, " ").includes(part), text),
		);
	}

	nth(index: number): Found {
		return this.#with(this.#nodes.nth(index));
	}

	async count(): Promise<number> {
		return (await this.#nodes.all()).length;
	}

	texts(): Promise<string[]> {
		return this.#nodes.each(textOf);
	}

	async isVisible(): Promise<boolean> {
		const [first = false] = await this.#nodes
			.nth(0)
			.each((element) => element.checkVisibility({ visibilityProperty: true }));
		return first;
	}

	text(): Promise<string> {
		return this.evaluate(textOf);
	}

	attribute(name: string): Promise<string | null> {
		return this.evaluate((element, which) => element.getAttribute(which), name);
	}

	value(): Promise<string> {
		// Asked of form controls alone, as the interface says.
		return this.evaluate((element) => (element as HTMLInputElement).value);
	}

	isFocused(): Promise<boolean> {
		return this.evaluate((element) => element === document.activeElement);
	}

	isEnabled(): Promise<boolean> {
		return this.evaluate((element) => !element.matches(":disabled, [aria-disabled=true]"));
	}

	async click(how: Click = {}): Promise<void> {
		await this.#reach((element) => this.#hands.click(element, how));
	}

	async hover(): Promise<void> {
		await this.#reach((element) => this.#hands.point(element));
	}

	async drag(dx: number, dy: number): Promise<void> {
		await this.#reach((element) => this.#hands.drag(element, dx, dy));
	}

	async wheel(dx: number, dy: number): Promise<void> {
		await this.#reach((element) => this.#hands.wheel(element, dx, dy));
	}

	/** Lays hands on the element; once more where the page has moved it out of sight between looking and acting. */
	async #reach(act: (element: Shared) => Promise<void>): Promise<void> {
		await until("an element that stays in sight", async () => {
			const element = await this.#reachable();
			return act(element).then(
				() => true,
				(cause) => {
					if (cause instanceof BidiError && cause.code === "move target out of bounds") return false;
					throw cause;
				},
			);
		});
	}

	async focus(): Promise<void> {
		await this.#hands.enter();
		// Whatever can be focused has the method.
		await this.evaluate((element) => (element as HTMLElement).focus());
	}

	async fill(text: string): Promise<void> {
		const byKeys = await this.evaluate(selectAll);
		if (!byKeys) await this.evaluate(setValue, text);
		else if (text === "") await this.#hands.press("Delete");
		else await this.#hands.type(text);
	}

	choose(value: string): Promise<void> {
		return this.evaluate(setValue, value);
	}

	async press(key: string): Promise<void> {
		await this.focus();
		await this.#hands.press(key);
	}

	async setFiles(...files: string[]): Promise<void> {
		const element = await this.#nodes.first();
		await this.#bidi.send("input.setFiles", { context: this.#context, element, files });
	}

	async evaluate<A extends unknown[], R>(
		fn: (element: Element, ...args: A) => R | Promise<R>,
		...args: A
	): Promise<R> {
		const first = this.#nodes.nth(0);
		const { answer } = await until("an element", async () => {
			const answers = await first.each(fn, ...args);
			// One that is there has answered, if with undefined.
			return answers.length > 0 && { answer: answers[0] as R };
		});
		return answer;
	}

	#with(nodes: FirefoxNodes): Found {
		return new FirefoxFound(this.#bidi, this.#context, this.#hands, nodes);
	}

	async #reachable(): Promise<Shared> {
		await until("an element that the mouse can reach", async () => {
			const [ready] = await this.#nodes.nth(0).each(readiness);
			return ready;
		});
		return this.#nodes.first();
	}
}
