import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Bidi, Json } from "./bidi";
import type { Extension, Launch, Screen } from "./driver";
import { FirefoxScreen } from "./firefox-screen";
import { CLEAR, UNINSTALL } from "./firefox-window";
import { PATIENCE, until } from "./until";

/** The extension's own host in the profile; a fixed one, since nothing tells it from outside. */
const HOST = "0f1d2c3b-4a59-4687-9d6e-5c4b3a291807";

/** What makes a profile quiet: no first-run pages, no telemetry, no updates, no questions. */
const PREFERENCES = {
	"app.normandy.enabled": false,
	"app.update.disabledForTesting": true,
	"browser.aboutwelcome.enabled": false,
	"browser.newtabpage.enabled": false,
	"browser.safebrowsing.downloads.enabled": false,
	"browser.safebrowsing.malware.enabled": false,
	"browser.safebrowsing.phishing.enabled": false,
	"browser.shell.checkDefaultBrowser": false,
	"browser.startup.homepage_override.mstone": "ignore",
	"browser.startup.page": 0,
	"browser.tabs.warnOnClose": false,
	"browser.warnOnQuit": false,
	"browser.zoom.siteSpecific": false,
	"datareporting.policy.dataSubmissionEnabled": false,
	// A process kept ready for the next site, which a test of one extension doesn't have.
	"dom.ipc.processPrelaunch.enabled": false,
	"extensions.getAddons.cache.enabled": false,
	"extensions.update.enabled": false,
	"media.gmp-manager.updateEnabled": false,
	"extensions.webextensions.keepUuidOnUninstall": true,
	"extensions.webextOptionalPermissionPrompts": false,
	"network.captive-portal-service.enabled": false,
	"network.connectivity-service.enabled": false,
	"toolkit.telemetry.reportingpolicy.firstRun": false,
	"xpinstall.signatures.required": false,
};

/** What sends everything through a proxy, what goes to this machine too. */
function proxyPreferences(proxy: string): Record<string, string | number | boolean> {
	const { hostname, port } = new URL(`http://${proxy}`);
	return {
		"network.proxy.type": 1,
		"network.proxy.http": hostname,
		"network.proxy.http_port": Number(port),
		"network.proxy.ssl": hostname,
		"network.proxy.ssl_port": Number(port),
		"network.proxy.no_proxies_on": "",
		"network.proxy.allow_hijacking_localhost": true,
	};
}

async function writePreferences(profile: string, id: string, proxy: string | undefined): Promise<void> {
	const preferences = {
		...PREFERENCES,
		...(proxy !== undefined && proxyPreferences(proxy)),
		"extensions.webextensions.uuids": JSON.stringify({ [id]: HOST }),
	};
	const lines = Object.entries(preferences).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
	);
	await mkdir(profile, { recursive: true });
	await writeFile(join(profile, "user.js"), lines.join(""));
}

/** Waits for the line on which Firefox says where it listens. */
async function addressOf(firefox: ChildProcess): Promise<string> {
	if (firefox.stderr === null) throw new Error("Firefox has no standard error to read.");
	for await (const line of createInterface(firefox.stderr)) {
		const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
		if (address !== undefined) return address;
	}
	throw new Error("Firefox ended before it listened.");
}

/** Launches Firefox, headless, with the extension in it. */
export async function launchFirefox({ build, program, profile, proxy }: Launch): Promise<Extension> {
	const manifest = JSON.parse(await readFile(join(build, "manifest.json"), "utf8"));
	const id: string = manifest.browser_specific_settings.gecko.id;
	await writePreferences(profile, id, proxy);
	const firefox = spawn(
		program,
		[
			"--headless",
			"--no-remote",
			"--profile",
			profile,
			"--remote-debugging-port=0",
			"--remote-allow-system-access",
		],
		{ stdio: ["ignore", "ignore", "pipe"] },
	);
	const bidi = await Bidi.connect(await addressOf(firefox));
	firefox.stderr?.resume();
	await install(bidi, build);
	const { contexts } = await bidi.send("browsingContext.getTree", { "moz:scope": "chrome" });
	const chromeWindow = contexts.find((context) => context.url.endsWith("browser.xhtml"))?.context;
	if (chromeWindow === undefined) throw new Error("Firefox has no window.");
	return new FirefoxExtension(firefox, bidi, chromeWindow, build, id);
}

async function install(bidi: Bidi, build: string): Promise<void> {
	await bidi.send("webExtension.install", { extensionData: { type: "path", path: build } });
}

class FirefoxExtension implements Extension {
	readonly browser = "firefox";
	readonly origin = `moz-extension://${HOST}`;
	readonly #firefox: ChildProcess;
	readonly #bidi: Bidi;
	readonly #window: string;
	readonly #build: string;
	readonly #id: string;
	#desk: Promise<FirefoxScreen> | undefined;

	constructor(firefox: ChildProcess, bidi: Bidi, window: string, build: string, id: string) {
		this.#firefox = firefox;
		this.#bidi = bidi;
		this.#window = window;
		this.#build = build;
		this.#id = id;
	}

	async open(path: string): Promise<Screen> {
		const { context } = await this.#bidi.send("browsingContext.create", { type: "tab" });
		const screen = this.#screen(context);
		await screen.goto(path);
		return screen;
	}

	async openNewTab(): Promise<Screen> {
		const before = await this.#tabs();
		await this.#inWindow("() => BrowserCommands.openTab()");
		const context = await until("the new tab", async () =>
			(await this.#tabs()).find((tab) => !before.includes(tab)),
		);
		const screen = this.#screen(context);
		await until("the new tab's page", () =>
			screen.evaluate(() => location.protocol === "moz-extension:" && document.readyState === "complete"),
		);
		await screen.opened();
		return screen;
	}

	async openPopup(): Promise<string> {
		await this.#inWindow(
			`async (id) => {
				const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
				const { extension } = WebExtensionPolicy.getByID(id);
				await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window);
			}`,
			this.#id,
		);
		return until("the popup", async () => {
			const address = await this.#inWindow(
				`() => document.querySelector(".webextension-popup-browser")?.currentURI.spec ?? ""`,
			);
			return typeof address === "string" && address.startsWith(this.origin) && address;
		});
	}

	/** The manifest, shown as a page, has the extension's rights and runs none of its scripts. */
	async evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		this.#desk ??= this.#bidi
			.send("browsingContext.create", { type: "tab", background: true })
			.then(async ({ context }) => {
				const screen = this.#screen(context);
				await screen.goto("/manifest.json");
				return screen;
			});
		return (await this.#desk).evaluate(fn, ...args);
	}

	async tabs(): Promise<string[]> {
		const desk = await this.#desk;
		const { contexts } = await this.#bidi.send("browsingContext.getTree", {});
		return contexts.filter(({ context }) => context !== desk?.context).map(({ url }) => url);
	}

	/**
	 * BiDi logs nothing of an extension's pages; the browser's console has their errors. That a background was
	 * stopped, or a page reloaded, while it waited for an answer is what a test did, and goes wrong for nobody.
	 */
	async errors(): Promise<string[]> {
		const errors = await this.#inWindow(
			`(origin) => Services.console.getMessageArray().map(String)
				.filter((message) => message.startsWith("[JavaScript Error") && message.includes(origin))
				.filter((message) => !/Promise (?:resolved|rejected) (?:after context unloaded|while context is inactive)/.test(message))`,
			this.origin,
		);
		// The function just above gives a list of strings.
		return errors as string[];
	}

	async stopBackground(): Promise<void> {
		await this.#inWindow(
			"(id) => WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true })",
			this.#id,
		);
	}

	/** A headless Firefox has nowhere to show one: it is told of the click as it would be by the system. */
	async clickNotification(name: string): Promise<void> {
		await this.#inWindow(
			`(id, name) => {
				const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
				const { extension } = WebExtensionPolicy.getByID(id);
				ExtensionParent.apiManager.getAPI("notifications", extension).notificationsMap.emit("clicked", name);
			}`,
			this.#id,
			name,
		);
	}

	async renew(): Promise<void> {
		await this.#inWindow(UNINSTALL, this.#id);
		await this.#inWindow(CLEAR);
		this.#desk = undefined;
		await install(this.#bidi, this.#build);
	}

	async kill(): Promise<void> {
		const ended = once(this.#firefox, "exit");
		this.#firefox.kill("SIGKILL");
		await ended;
	}

	async close(): Promise<void> {
		if (this.#firefox.exitCode !== null || this.#firefox.signalCode !== null) return;
		const ended = once(this.#firefox, "exit", { signal: AbortSignal.timeout(PATIENCE) });
		await this.#bidi.send("browser.close", {}).catch(() => this.#firefox.kill());
		await ended.catch(() => this.#firefox.kill("SIGKILL"));
	}

	#screen(context: string): FirefoxScreen {
		return new FirefoxScreen(this.#bidi, context, this.#window, this.origin);
	}

	async #tabs(): Promise<string[]> {
		const { contexts } = await this.#bidi.send("browsingContext.getTree", {});
		return contexts.map((context) => context.context);
	}

	#inWindow(fn: string, ...args: unknown[]): Promise<unknown> {
		return this.#bidi.call(
			this.#window,
			fn,
			args.map((arg) => new Json(arg)),
		);
	}
}
