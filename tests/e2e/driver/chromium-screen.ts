import type { CDPSession, Locator, Page } from "@playwright/test";
import type { Circumstances, Click, Found, Screen } from "./driver";
import { answers, middleOf } from "./page-functions";
import { PATIENCE } from "./until";

/** In how many moves the mouse drags something. */
const DRAG_STEPS = 8;

/** Runs a function with its arguments in a page: Playwright itself passes one argument alone. */
export async function call<A extends unknown[], R>(
	page: Page,
	fn: (...args: A) => R | Promise<R>,
	args: A,
): Promise<R> {
	return page.evaluate(`(${fn})(...${JSON.stringify(args)})`);
}

/** A tab in Chromium, driven by Playwright. */
export class ChromiumScreen implements Screen {
	readonly #page: Page;
	readonly #origin: string;
	/** It stays open: the size of text would go with it. */
	#session: Promise<CDPSession> | undefined;
	#text: number | undefined;

	/** Takes over a tab. */
	constructor(page: Page, origin: string) {
		this.#page = page;
		this.#origin = origin;
		page.setDefaultTimeout(PATIENCE);
	}

	async goto(path: string): Promise<void> {
		await this.#page.goto(this.#origin + path);
		await this.opened();
	}

	async reload(): Promise<void> {
		await this.#page.reload();
		await this.opened();
	}

	/** Waits, once the page is loaded, until it answers. */
	async opened(): Promise<void> {
		await this.#sizeText();
		await this.#page.waitForFunction(answers);
	}

	async url(): Promise<string> {
		return this.#page.url();
	}

	evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		return call(this.#page, fn, args);
	}

	press(key: string): Promise<void> {
		return this.#page.keyboard.press(key);
	}

	type(text: string): Promise<void> {
		return this.#page.keyboard.type(text);
	}

	resize(width: number, height: number): Promise<void> {
		return this.#page.setViewportSize({ width, height });
	}

	async emulate({ scheme, motion, contrast, media, text }: Circumstances): Promise<void> {
		await this.#page.emulateMedia({
			...(scheme && { colorScheme: scheme }),
			...(motion && { reducedMotion: motion }),
			...(contrast && { forcedColors: contrast === "forced" ? "active" : "none" }),
			...(media && { media }),
		});
		this.#text = text ?? this.#text;
		await this.#sizeText();
	}

	/** A page that is loaded has the usual size again. */
	async #sizeText(): Promise<void> {
		if (this.#text === undefined) return;
		this.#session ??= this.#page.context().newCDPSession(this.#page);
		const fontSizes = { standard: px(16, this.#text), fixed: px(13, this.#text) };
		await (await this.#session).send("Page.setFontSizes", { fontSizes });
	}

	unhover(): Promise<void> {
		return this.#page.mouse.move(0, 0);
	}

	hide(): Promise<void> {
		return this.#sayVisibility("hidden");
	}

	async show(): Promise<void> {
		await this.#page.bringToFront();
		await this.#sayVisibility("visible");
	}

	/** Playwright keeps every page visible, and gives no way to end that. */
	#sayVisibility(state: DocumentVisibilityState): Promise<void> {
		return this.evaluate((to) => {
			Object.defineProperty(document, "visibilityState", { configurable: true, get: () => to });
			Object.defineProperty(document, "hidden", { configurable: true, get: () => to === "hidden" });
			document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
		}, state);
	}

	async screenshot(path: string): Promise<void> {
		await this.#page.screenshot({ path });
	}

	close(): Promise<void> {
		return this.#page.close();
	}

	find(role: string, name?: string): Found {
		return new ChromiumFound(byRole(this.#page, role, name));
	}

	labelled(label: string): Found {
		return new ChromiumFound(this.#page.getByLabel(label, { exact: true }));
	}

	css(selector: string): Found {
		return new ChromiumFound(this.#page.locator(selector));
	}
}

/** Playwright lists the roles that it knows; one that it doesn't know finds nothing. */
const byRole = (parent: Page | Locator, role: string, name: string | undefined): Locator =>
	parent.getByRole(role as Parameters<Page["getByRole"]>[0], name === undefined ? {} : { name, exact: true });

class ChromiumFound implements Found {
	readonly #all: Locator;
	readonly #first: Locator;

	constructor(locator: Locator) {
		this.#all = locator;
		this.#first = locator.first();
	}

	find(role: string, name?: string): Found {
		return new ChromiumFound(byRole(this.#all, role, name));
	}

	labelled(label: string): Found {
		return new ChromiumFound(this.#all.getByLabel(label, { exact: true }));
	}

	css(selector: string): Found {
		return new ChromiumFound(this.#all.locator(selector));
	}

	holding(text: string): Found {
		const exactly = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
		return new ChromiumFound(this.#all.filter({ hasText: exactly }));
	}

	nth(index: number): Found {
		return new ChromiumFound(this.#all.nth(index));
	}

	count(): Promise<number> {
		return this.#all.count();
	}

	async texts(): Promise<string[]> {
		return (await this.#all.allTextContents()).map(collapse);
	}

	isVisible(): Promise<boolean> {
		return this.#first.isVisible();
	}

	async text(): Promise<string> {
		return collapse((await this.#first.textContent()) ?? "");
	}

	attribute(name: string): Promise<string | null> {
		return this.#first.getAttribute(name);
	}

	value(): Promise<string> {
		return this.#first.inputValue();
	}

	isFocused(): Promise<boolean> {
		return this.#first.evaluate((element) => element === document.activeElement);
	}

	isEnabled(): Promise<boolean> {
		return this.#first.isEnabled();
	}

	click({ button = "left", modifiers = [] }: Click = {}): Promise<void> {
		return this.#first.click({ button, modifiers: [...modifiers] });
	}

	hover(): Promise<void> {
		return this.#first.hover();
	}

	async drag(dx: number, dy: number): Promise<void> {
		await this.hover();
		const [x, y] = await this.#first.evaluate(middleOf);
		const { mouse } = this.#first.page();
		await mouse.down();
		await mouse.move(x + dx, y + dy, { steps: DRAG_STEPS });
		await mouse.up();
	}

	async wheel(dx: number, dy: number): Promise<void> {
		await this.hover();
		await this.#first.page().mouse.wheel(dx, dy);
	}

	focus(): Promise<void> {
		return this.#first.focus();
	}

	fill(text: string): Promise<void> {
		return this.#first.fill(text);
	}

	async choose(value: string): Promise<void> {
		await this.#first.selectOption(value);
	}

	press(key: string): Promise<void> {
		return this.#first.press(key);
	}

	setFiles(...paths: string[]): Promise<void> {
		return this.#first.setInputFiles(paths);
	}

	evaluate<A extends unknown[], R>(
		fn: (element: Element, ...args: A) => R | Promise<R>,
		...args: A
	): Promise<R> {
		// Only a function is given the element; its source is all that Playwright sends.
		const source = `return (${fn})(element, ...${JSON.stringify(args)})`;
		return this.#first.evaluate(new Function("element", source) as (element: Element) => R);
	}
}

/** The usual sizes of Chromium's plain and monospaced text are whole pixels. */
const px = (usual: number, percent: number) => Math.round((usual * percent) / 100);

const collapse = (text: string) => text.replace(/\s+/g, " ").trim();
