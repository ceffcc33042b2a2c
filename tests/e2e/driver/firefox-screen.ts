import { writeFile } from "node:fs/promises";
import { type Bidi, Json } from "./bidi";
import type { Circumstances, Found, Screen } from "./driver";
import { FirefoxFound } from "./firefox-found";
import { FirefoxHands } from "./firefox-hands";
import { FirefoxNodes } from "./firefox-nodes";
import { answers } from "./page-functions";
import { until } from "./until";

/** A tab in Firefox, driven by WebDriver BiDi. */
export class FirefoxScreen implements Screen {
	readonly #bidi: Bidi;
	/** What BiDi calls the tab. */
	readonly context: string;
	readonly #window: string;
	readonly #origin: string;
	readonly #hands: FirefoxHands;
	#text: number | undefined;

	/** Takes over a tab; `window` is the browser's own window around it. */
	constructor(bidi: Bidi, context: string, window: string, origin: string) {
		this.#bidi = bidi;
		this.context = context;
		this.#window = window;
		this.#origin = origin;
		this.#hands = new FirefoxHands(bidi, context, window);
	}

	async goto(path: string): Promise<void> {
		const url = this.#origin + path;
		await this.#bidi.send("browsingContext.navigate", { context: this.context, url, wait: "complete" });
		await this.opened();
	}

	async reload(): Promise<void> {
		await this.#bidi.send("browsingContext.reload", { context: this.context, wait: "complete" });
		await this.opened();
	}

	/** Waits, once the page is loaded, until it answers. */
	async opened(): Promise<void> {
		await this.#sizeText();
		await until("the page to answer", () => this.evaluate(answers));
	}

	url(): Promise<string> {
		return this.evaluate(() => location.href);
	}

	async evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		const answer = await this.#bidi.call(
			this.context,
			String(fn),
			args.map((arg) => new Json(arg)),
		);
		// The answer is what the function gave, by way of JSON, as the interface says.
		return answer as R;
	}

	press(key: string): Promise<void> {
		return this.#hands.press(key);
	}

	type(text: string): Promise<void> {
		return this.#hands.type(text);
	}

	async resize(width: number, height: number): Promise<void> {
		await this.#bidi.send("browsingContext.setViewport", {
			context: this.context,
			viewport: { width, height },
		});
	}

	/** BiDi has a command for the screen alone in Firefox yet; for the others the tab's own browsing context has. */
	async emulate({ scheme, motion, contrast, media, text, screen }: Circumstances): Promise<void> {
		await this.show();
		await this.#bidi.call(
			this.#window,
			"(overrides) => { Object.assign(gBrowser.selectedBrowser.browsingContext, overrides) }",
			[
				new Json({
					prefersColorSchemeOverride: scheme,
					prefersReducedMotionOverride: motion,
					forcedColorsOverride: contrast && (contrast === "forced" ? "active" : "none"),
					// With none, it is as the window is.
					mediumOverride: media === "screen" ? "" : media,
				}),
			],
		);
		if (screen) {
			const [width, height] = screen;
			await this.#bidi.send("emulation.setScreenSettingsOverride", {
				contexts: [this.context],
				screenArea: { width, height },
			});
		}
		this.#text = text ?? this.#text;
		await this.#sizeText();
	}

	/** A page that is loaded has the usual size again. */
	async #sizeText(): Promise<void> {
		if (this.#text === undefined) return;
		await this.show();
		await this.#bidi.call(
			this.#window,
			"(zoom) => { gBrowser.selectedBrowser.browsingContext.textZoom = zoom }",
			[new Json(this.#text / 100)],
		);
	}

	unhover(): Promise<void> {
		return this.#hands.point(undefined);
	}

	async hide(): Promise<void> {
		await this.#bidi.call(this.#window, "() => { gBrowser.selectedTab = gBrowser.tabs[0] }", []);
	}

	async show(): Promise<void> {
		await this.#bidi.send("browsingContext.activate", { context: this.context });
	}

	async screenshot(path: string): Promise<void> {
		const { data } = await this.#bidi.send("browsingContext.captureScreenshot", { context: this.context });
		await writeFile(path, Buffer.from(data, "base64"));
	}

	async close(): Promise<void> {
		await this.#bidi.send("browsingContext.close", { context: this.context });
	}

	find(role: string, name?: string): Found {
		return this.#found().find(role, name);
	}

	labelled(label: string): Found {
		return this.#found().labelled(label);
	}

	css(selector: string): Found {
		return this.#found().css(selector);
	}

	#found(): FirefoxFound {
		const nodes = new FirefoxNodes(this.#bidi, this.context);
		return new FirefoxFound(this.#bidi, this.context, this.#hands, nodes);
	}
}
