import { delimiter, resolve } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { ChromiumScreen, call } from "./chromium-screen";
import type { Extension, Launch, Screen } from "./driver";
import { installToNotify } from "./may-notify";
import { until } from "./until";

/** The page that `evaluate` runs in: the manifest has the extension's rights and runs none of its scripts. */
const DESK = "/manifest.json";
/** The background's script. */
const BACKGROUND = "/background.js";

const NEW_TAB = "chrome://newtab/";

/**
 * What is switched off in Chromium. It heeds the last such list alone, so Playwright's own is said again, but for what
 * concerns other systems; the last three are pages of its own frame, which cost a third of what opening a tab does.
 */
const UNWANTED = [
	"AvoidUnnecessaryBeforeUnloadCheckSync",
	"DestroyProfileOnBrowserClose",
	"HttpsUpgrades",
	"HttpsFirstBalancedModeAutoEnable",
	"LensOverlay",
	"MediaRouter",
	"PaintHolding",
	"ThirdPartyStoragePartitioning",
	"AvoidCorsURLLoaderRestartOnRedirect",
	"OptimizationHints",
	"NetworkTimeServiceQuerying",
	"AimEnabled",
	"PreconnectToSearch",
	"NtpFooter",
	"WebUIOmniboxPopup",
	"WebUIOmniboxAimPopup",
];

const WITHOUT_MENUS = resolve("tests/e2e/driver/without-menus");

/** Launches Chromium, headless, with the extension in it. */
export async function launchChromium(launch: Launch): Promise<Extension> {
	const { program, profile, proxy, mayNotify } = launch;
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: program,
		headless: true,
		// With each extension that is uninstalled Chromium takes eight icons out of the desktop's menus, by scripts that
		// together take longer than most tests.
		env: { ...process.env, PATH: `${WITHOUT_MENUS}${delimiter}${process.env.PATH ?? ""}` },
		chromiumSandbox: process.getuid?.() !== 0,
		ignoreDefaultArgs: ["--disable-extensions"],
		args: [
			"--enable-unsafe-extension-debugging",
			"--disable-background-networking",
			"--disable-gpu",
			`--disable-features=${UNWANTED.join(",")}`,
		],
		...(proxy !== undefined && { proxy: { server: `http://${proxy}`, bypass: "<-loopback>" } }),
	});
	const browser = await context.browser()?.newBrowserCDPSession();
	if (browser === undefined) throw new Error("Chromium has no session for the whole browser.");
	const build = mayNotify ? `${profile}-build` : launch.build;
	if (mayNotify) await installToNotify(browser, launch.build, build);
	const { id } = await browser.send("Extensions.loadUnpacked", { path: build });
	return new ChromiumExtension(context, browser, build, id);
}

class ChromiumExtension implements Extension {
	readonly browser = "chromium";
	readonly origin: string;
	readonly #context: BrowserContext;
	/** The session for the browser as a whole. */
	readonly #browser: CDPSession;
	readonly #build: string;
	readonly #id: string;
	readonly #errors: string[] = [];
	/** The calls of a background that is being stopped are refused for a moment: what it says of that is a test's doing. */
	#isStopping = false;
	#desk: Page | undefined;
	#isAtDesk: Promise<Page> | undefined;

	constructor(context: BrowserContext, browser: CDPSession, build: string, id: string) {
		this.#context = context;
		this.#browser = browser;
		this.#build = build;
		this.#id = id;
		this.origin = `chrome-extension://${id}`;
		context.on("weberror", (error) => this.#errors.push(error.error().message));
		context.on("console", (message) => {
			const isOfStopped = this.#isStopping && message.location().url.startsWith(this.origin + BACKGROUND);
			if (message.type() === "error" && !isOfStopped) this.#errors.push(message.text());
		});
	}

	open(path: string): Promise<Screen> {
		return this.#openScreen(new URL(path, this.origin).href);
	}

	openNewTab(): Promise<Screen> {
		return this.#openScreen(NEW_TAB);
	}

	async #openScreen(url: string): Promise<Screen> {
		const screen = new ChromiumScreen(await this.#openTab(url), this.origin);
		await screen.opened();
		return screen;
	}

	/** Opens a tab at an address. A blank one that goes there costs half as much again: another process begins for it. */
	async #openTab(url: string): Promise<Page> {
		// The address of a new tab's page is another one.
		const opening = this.#context.waitForEvent("page", (page) => page.url() === url || url === NEW_TAB);
		await this.#browser.send("Target.createTarget", { url });
		const page = await opening;
		await page.waitForLoadState();
		return page;
	}

	async openPopup(): Promise<string> {
		await this.evaluate(() => chrome.action.openPopup());
		return until("the popup", () => this.evaluate(popupAddress));
	}

	async evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		return call(await this.#atDesk(), fn, args);
	}

	async tabs(): Promise<string[]> {
		await this.#atDesk();
		const { targetInfos } = await this.#browser.send("Target.getTargets", { filter: [{ type: "tab" }] });
		// The popup counts as a tab too, but stands in no strip of tabs.
		const tabs = targetInfos.filter(({ embedderData }) => embedderData !== undefined);
		return tabs.map(({ url }) => url).filter((url) => url !== this.origin + DESK);
	}

	async errors(): Promise<string[]> {
		return this.#errors;
	}

	async stopBackground(): Promise<void> {
		if ((await this.#target()) === undefined) return;
		const session = await this.#context.newCDPSession(await this.#atDesk());
		// A message that waits for it starts the next at once, with the same target: whether it is there tells nothing.
		let hasStopped = false;
		session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
			const own = versions.filter(({ scriptURL }) => scriptURL.startsWith(this.origin));
			hasStopped ||= own.some(({ runningStatus }) => runningStatus === "stopped");
		});
		await session.send("ServiceWorker.enable");
		this.#isStopping = true;
		await until("the worker to stop", async () => {
			// One that is busy may let the first time pass.
			if (!hasStopped) await session.send("ServiceWorker.stopAllWorkers");
			return hasStopped;
		}).finally(() => {
			this.#isStopping = false;
		});
		await session.detach();
	}

	async clickNotification(name: string): Promise<void> {
		// The browser's own event would start a worker that has stopped.
		await this.evaluate(() => chrome.runtime.sendMessage({ command: "ready", ask: null }));
		const worker = this.#context.serviceWorkers().find((worker) => worker.url().startsWith(this.origin));
		if (worker === undefined) throw new Error("Chromium has no background.");
		await worker.evaluate((name) => {
			// Chromium's events have it, for those who write them in JavaScript.
			const { dispatch } = chrome.notifications.onClicked as unknown as { dispatch(name: string): void };
			dispatch.call(chrome.notifications.onClicked, name);
		}, name);
	}

	async renew(): Promise<void> {
		const desk = await this.#atDesk();
		const [blank] = this.#context.pages();
		if (blank === undefined) throw new Error("Chromium is gone.");
		for (const page of this.#context.pages()) if (page !== blank && page !== desk) await page.close();
		// The tabs of an extension that is uninstalled are closed.
		await desk.goto("about:blank");
		this.#isAtDesk = undefined;
		await this.#browser.send("Extensions.uninstall", { id: this.#id });
		await this.#clear(blank);
		this.#errors.length = 0;
		await this.#browser.send("Extensions.loadUnpacked", { path: this.#build });
	}

	/** The tab that `evaluate` runs in. It is kept over renewals: a new one costs twice what going there does. */
	#atDesk(): Promise<Page> {
		this.#isAtDesk ??= this.#goToDesk();
		return this.#isAtDesk;
	}

	async #goToDesk(): Promise<Page> {
		if (this.#desk === undefined) this.#desk = await this.#openTab(this.origin + DESK);
		else await this.#desk.goto(this.origin + DESK);
		return this.#desk;
	}

	/** Chromium clears behind what it uninstalls in its own time: a second clearing ends after the first. */
	async #clear(page: Page): Promise<void> {
		const session = await this.#context.newCDPSession(page);
		await session.send("Storage.clearDataForOrigin", { origin: this.origin, storageTypes: "all" });
		await session.send("Network.clearBrowserCache");
		await session.detach();
		await this.#context.clearCookies();
	}

	async kill(): Promise<void> {
		await this.#browser.send("Browser.crash").catch(() => undefined);
		await this.#context.close();
	}

	close(): Promise<void> {
		return this.#context.close();
	}

	async #target(): Promise<string | undefined> {
		const { targetInfos } = await this.#browser.send("Target.getTargets");
		return targetInfos.find((info) => info.type === "service_worker" && info.url.startsWith(this.origin))
			?.targetId;
	}
}

/** The address of the open popup; runs in a page of the extension. */
async function popupAddress(): Promise<string | undefined> {
	const [popup] = await chrome.runtime.getContexts({ contextTypes: ["POPUP"] });
	return popup?.documentUrl;
}
