import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test as base } from "@playwright/test";
import { type FeedServer, startFeedServer } from "../support/feed-server";
import { launchChromium } from "./driver/chromium";
import type { BrowserName, Extension } from "./driver/driver";
import { launchFirefox } from "./driver/firefox";
import { inTime } from "./driver/until";

export { expect } from "./expect";

/** What a project of Playwright's configuration sets. */
export interface Options {
	/** The browser that the project's tests run in. */
	target: BrowserName;
}

/** How a test wants a browser launched. */
interface Wish {
	/** The build that people get, in place of the one that may ask 127.0.0.1. */
	shipped?: boolean;
	/** A name for the profile: a second launch with it finds what the first one stored. */
	profile?: string;
	/** A proxy for everything that the browser asks for; its host and port. */
	proxy?: string;
	/** Whether it may notify. */
	mayNotify?: boolean;
}

interface Fixtures {
	/** Launches a browser of the test's own with the extension; it is closed when the test ends. */
	launch: Launcher;
	/** The extension, just installed and set up, in the worker's browser or in a new one. */
	extension: Extension;
	/** A server for feeds. */
	feeds: FeedServer;
}

interface WorkerFixtures extends Options {
	/** Gives the worker's browser, renewed for the next test, or a new one where that can't be done. */
	borrow: () => Promise<Extension>;
}

type Launcher = (wish?: Wish) => Promise<Extension>;

const LAUNCHERS = { chromium: launchChromium, firefox: launchFirefox };
/** The folders of the shipped builds under `.output`. */
export const BUILDS = { chromium: "chrome-mv3", firefox: "firefox-mv3" };

/** Runs in a page of the extension: waits until the ticker's run is stored, which is published last. */
const setUp = () =>
	new Promise<void>((done) => {
		const look = async () => {
			if ("ticker" in (await chrome.storage.local.get("ticker"))) done();
		};
		chrome.storage.onChanged.addListener(look);
		void look();
	});

/** The browser that the global set-up has found. */
function programFor(target: BrowserName): string {
	const name = target === "chromium" ? "CHROMIUM_PATH" : "FIREFOX_PATH";
	const program = process.env[name];
	if (!program) throw new Error(`No ${target} was found; ${name} can name one.`);
	return program;
}

/** Gives a launcher to a user; what that launched is closed, and its profiles removed, when the user is done. */
async function withLauncher(target: BrowserName, use: (launch: Launcher) => Promise<void>): Promise<void> {
	const profiles = await mkdtemp(join(tmpdir(), "headline-ticker-"));
	const launched: Extension[] = [];
	await use(async ({ shipped = false, profile = String(launched.length), ...more } = {}) => {
		const build = resolve(".output", BUILDS[target] + (shipped ? "" : "-e2e"));
		const extension = await LAUNCHERS[target]({
			build,
			program: programFor(target),
			profile: join(profiles, profile),
			...more,
		});
		launched.push(extension);
		return extension;
	});
	for (const extension of launched) await extension.close();
	await rm(profiles, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Renews a browser; tells whether that went well. */
const renewed = (extension: Extension): Promise<boolean> =>
	inTime("the extension to be installed anew", extension.renew()).then(
		() => true,
		(cause) => {
			console.error(`A new ${extension.browser} is launched: ${cause.message}`);
			return false;
		},
	);

export const test = base.extend<Fixtures, WorkerFixtures>({
	target: ["chromium", { option: true, scope: "worker" }],

	launch: ({ target }, use) => withLauncher(target, use),

	// After a test that failed, Playwright ends the worker, and with it the browser.
	borrow: [
		({ target }, use) =>
			withLauncher(target, async (launch) => {
				let extension: Extension | undefined;
				await use(async () => {
					if (extension !== undefined && !(await renewed(extension))) {
						await extension.close();
						extension = undefined;
					}
					extension ??= await launch();
					return extension;
				});
			}),
		{ scope: "worker" },
	],

	extension: async ({ borrow }, use) => {
		const extension = await borrow();
		await inTime("the edition", extension.evaluate(setUp));
		await use(extension);
	},

	// Playwright reads a fixture's needs from its first parameter, even where there are none.
	feeds: async ({ target: _ }, use) => {
		const server = await startFeedServer();
		await use(server);
		await server.close();
	},
});
