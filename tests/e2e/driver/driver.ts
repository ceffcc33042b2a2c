import type { Browser } from "webextension-polyfill";

/**
 * The extension's interfaces as both browsers have them, for functions that run in a page of it.
 * Firefox knows the name `chrome` too, and promises under it.
 */
declare global {
	const chrome: Browser;
}

/** The browsers that the same specs run in. */
export type BrowserName = "chromium" | "firefox";

/** What is to be launched. */
export interface Launch {
	/** The folder of the unpacked build. */
	build: string;
	/** The browser's program. */
	program: string;
	/** The folder of the profile; one that is used twice keeps what the extension stored. */
	profile: string;
	/** A proxy through which all requests go, those to this machine too; its host and port. */
	proxy?: string;
	/** Whether the user has let the extension notify; in Firefox everybody has who turns it on. */
	mayNotify?: boolean;
}

/** What a page is told about its user. */
export interface Circumstances {
	scheme?: "light" | "dark";
	motion?: "reduce" | "no-preference";
	/** Forced colours, as high contrast themes bring them. */
	contrast?: "forced" | "none";
	/** Whether it is styled for the screen or for paper. */
	media?: "screen" | "print";
	/**
	 * The size of text, in per cent of the usual: in Chromium the font size of the settings, which moves what
	 * is measured in rem and em; in Firefox “Zoom text only”, which moves text measured in pixels too.
	 */
	text?: number;
	/** How wide and high the device's screen is, in CSS pixels, from the next load on; in Firefox alone. */
	screen?: readonly [number, number];
}

/** How an element is clicked: else with the left button and no key held. */
export interface Click {
	button?: "left" | "middle";
	modifiers?: readonly ("Control" | "Shift" | "Alt" | "Meta")[];
}

/**
 * The extension, installed in a running browser with a profile of its own.
 * Functions given to `evaluate` run in the page: they may use nothing from outside but their arguments,
 * and take and give what JSON can hold.
 */
export interface Extension {
	readonly browser: BrowserName;
	/** For example `chrome-extension://…`, without a slash at its end. */
	readonly origin: string;
	/** Opens a page of the extension in a tab of its own, such as `/options.html#/sources`. */
	open(path: string): Promise<Screen>;
	/** Opens a new tab as the user does. */
	openNewTab(): Promise<Screen>;
	/** Opens the toolbar's popup itself, which no test can look into, and answers the page that it shows. */
	openPopup(): Promise<string>;
	/** Runs a function with the extension's rights and without opening a surface. */
	evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
	/** The addresses of the browser's open tabs, whosever they are, but not of the one that `evaluate` uses. */
	tabs(): Promise<string[]>;
	/** What went wrong in its pages so far: uncaught errors, and what their policy forbade. */
	errors(): Promise<string[]>;
	/** Stops the background as the browser does when it is idle. */
	stopBackground(): Promise<void>;
	/** Clicks a notification by its name. A headless Chromium shows none: there the background is told of the click. */
	clickNotification(name: string): Promise<void>;
	/**
	 * Makes the browser as it was when it was launched: the extension is installed anew, what it stored and was
	 * granted is gone, one empty tab is open, and nothing has gone wrong. Throws where the browser is gone.
	 */
	renew(): Promise<void>;
	/** Ends the browser at once, as a crash would. */
	kill(): Promise<void>;
	close(): Promise<void>;
}

/** One tab with a page of the extension. */
export interface Screen extends Finder {
	goto(path: string): Promise<void>;
	reload(): Promise<void>;
	/** The address, with the extension's origin. */
	url(): Promise<string>;
	evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
	/** Presses a key where the focus is, such as `Tab`, `Shift+Tab`, `a` or `Enter`. */
	press(key: string): Promise<void>;
	type(text: string): Promise<void>;
	/** Sets the size of the page, in CSS pixels. */
	resize(width: number, height: number): Promise<void>;
	emulate(circumstances: Circumstances): Promise<void>;
	/** Moves the mouse away from everything. */
	unhover(): Promise<void>;
	/** Puts another tab in front. Chromium's tests keep every page visible, so there it is only said. */
	hide(): Promise<void>;
	/** Brings the tab to the front again. */
	show(): Promise<void>;
	/** Saves a picture of what is visible, as PNG. */
	screenshot(path: string): Promise<void>;
	close(): Promise<void>;
}

/** Finds elements as assistive technology knows them; what is hidden from it isn't found. */
export interface Finder {
	/** By ARIA role, and by accessible name where one is given, which must match as a whole. */
	find(role: string, name?: string): Found;
	/** The form control that has this label. */
	labelled(label: string): Found;
	/** By CSS selector, for what has neither role nor label. */
	css(selector: string): Found;
}

/**
 * Elements that are looked up anew at each use. Acts and questions about one element wait for the first
 * of them to be there; `count`, `texts` and `isVisible` tell how it is now.
 */
export interface Found extends Finder {
	/** Only those whose text holds this, case-sensitive. */
	holding(text: string): Found;
	nth(index: number): Found;
	count(): Promise<number>;
	/** The text of each, with white space collapsed. */
	texts(): Promise<string[]>;
	isVisible(): Promise<boolean>;
	text(): Promise<string>;
	attribute(name: string): Promise<string | null>;
	/** The value of a form control. */
	value(): Promise<string>;
	isFocused(): Promise<boolean>;
	isEnabled(): Promise<boolean>;
	/** Clicks with the mouse, once it is still, enabled and not covered. */
	click(how?: Click): Promise<void>;
	hover(): Promise<void>;
	/** Drags it by its middle with the mouse, so many CSS pixels to the right and down. */
	drag(dx: number, dy: number): Promise<void>;
	/** Turns the wheel over its middle; positive is to the right and down, in CSS pixels. */
	wheel(dx: number, dy: number): Promise<void>;
	focus(): Promise<void>;
	/** Replaces what a field holds. */
	fill(text: string): Promise<void>;
	/** Chooses an option of a select by its value. */
	choose(value: string): Promise<void>;
	/** Focuses it and presses a key. */
	press(key: string): Promise<void>;
	/** Gives files to a file input, by their absolute paths. */
	setFiles(...paths: string[]): Promise<void>;
	/** Runs a function on the element. */
	evaluate<A extends unknown[], R>(
		fn: (element: Element, ...args: A) => R | Promise<R>,
		...args: A
	): Promise<R>;
}
