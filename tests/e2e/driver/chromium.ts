import { type BrowserContext, chromium, type Page, type Worker } from "@playwright/test";
import { ChromiumScreen, call } from "./chromium-screen";
import type { Extension, Launch, Screen } from "./driver";
import { until } from "./until";

/** The page that `evaluate` runs in: the manifest has the extension's rights and runs none of its scripts. */
const DESK = "/manifest.json";

/** Launches Chromium, headless, with the extension in it. */
export async function launchChromium({ build, program, profile }: Launch): Promise<Extension> {
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: program,
		headless: true,
		chromiumSandbox: process.getuid?.() !== 0,
		args: [
			`--load-extension=${build}`,
			`--disable-extensions-except=${build}`,
			"--disable-background-networking",
		],
	});
	const worker = await backgroundOf(context);
	return new ChromiumExtension(context, new URL(worker.url()).host);
}

const backgroundOf = async (context: BrowserContext): Promise<Worker> =>
	context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));

class ChromiumExtension implements Extension {
	readonly browser = "chromium";
	readonly origin: string;
	readonly #context: BrowserContext;
	readonly #errors: string[] = [];
	#desk: Promise<Page> | undefined;

	constructor(context: BrowserContext, id: string) {
		this.#context = context;
		this.origin = `chrome-extension://${id}`;
		context.on("weberror", (error) => this.#errors.push(error.error().message));
		context.on("console", (message) => {
			if (message.type() === "error") this.#errors.push(message.text());
		});
	}

	async open(path: string): Promise<Screen> {
		const screen = new ChromiumScreen(await this.#context.newPage(), this.origin);
		await screen.goto(path);
		return screen;
	}

	async openNewTab(): Promise<Screen> {
		const page = await this.#context.newPage();
		const screen = new ChromiumScreen(page, this.origin);
		await page.goto("chrome://newtab/");
		return screen;
	}

	async openPopup(): Promise<string> {
		await this.evaluate(() => chrome.action.openPopup());
		return until("the popup", () => this.evaluate(popupAddress));
	}

	async evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		this.#desk ??= this.#context.newPage().then(async (page) => {
			await page.goto(this.origin + DESK);
			return page;
		});
		return call(await this.#desk, fn, args);
	}

	async tabs(): Promise<string[]> {
		const session = await this.#session();
		const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
		await session.detach();
		// The popup counts as a tab too, but stands in no strip of tabs.
		const tabs = targetInfos.filter(({ embedderData }) => embedderData !== undefined);
		return tabs.map(({ url }) => url).filter((url) => url !== this.origin + DESK);
	}

	async errors(): Promise<string[]> {
		return this.#errors;
	}

	async stopBackground(): Promise<void> {
		const worker = await this.#target();
		if (worker === undefined) return;
		const session = await this.#session();
		await session.send("Target.closeTarget", { targetId: worker });
		await session.detach();
		await until("the worker to stop", async () => (await this.#target()) !== worker);
	}

	async kill(): Promise<void> {
		const session = await this.#context.browser()?.newBrowserCDPSession();
		await session?.send("Browser.crash").catch(() => undefined);
		await this.#context.close();
	}

	close(): Promise<void> {
		return this.#context.close();
	}

	async #session() {
		const page = this.#context.pages()[0] ?? (await this.#context.newPage());
		return this.#context.newCDPSession(page);
	}

	async #target(): Promise<string | undefined> {
		const session = await this.#session();
		const { targetInfos } = await session.send("Target.getTargets");
		await session.detach();
		return targetInfos.find((info) => info.type === "service_worker" && info.url.startsWith(this.origin))
			?.targetId;
	}
}

/** The address of the open popup; runs in a page of the extension. */
async function popupAddress(): Promise<string | undefined> {
	const [popup] = await chrome.runtime.getContexts({ contextTypes: ["POPUP"] });
	return popup?.documentUrl;
}
