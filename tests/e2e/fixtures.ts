import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test as base } from "@playwright/test";
import { type FeedServer, startFeedServer } from "../support/feed-server";
import { launchChromium } from "./driver/chromium";
import type { BrowserName, Extension } from "./driver/driver";
import { launchFirefox } from "./driver/firefox";
import { until } from "./driver/until";

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
}

interface Fixtures {
	/** Launches a browser with the extension; it is closed when the test ends. */
	launch: (wish?: Wish) => Promise<Extension>;
	/** The extension, just installed and set up. */
	extension: Extension;
	/** A server for feeds. */
	feeds: FeedServer;
}

const LAUNCHERS = { chromium: launchChromium, firefox: launchFirefox };
const BUILDS = { chromium: "chrome-mv3", firefox: "firefox-mv3" };

/** Runs in a page of the extension. */
const isSetUp = async () => "ticker" in (await chrome.storage.local.get("ticker"));

/** The browser that the global set-up has found. */
function programFor(target: BrowserName): string {
	const name = target === "chromium" ? "CHROMIUM_PATH" : "FIREFOX_PATH";
	const program = process.env[name];
	if (!program) throw new Error(`No ${target} was found; ${name} can name one.`);
	return program;
}

export const test = base.extend<Fixtures & Options>({
	target: ["chromium", { option: true }],

	launch: async ({ target }, use) => {
		const profiles = await mkdtemp(join(tmpdir(), "headline-ticker-"));
		const launched: Extension[] = [];
		await use(async ({ shipped = false, profile = String(launched.length) } = {}) => {
			const build = resolve(".output", BUILDS[target] + (shipped ? "" : "-e2e"));
			const extension = await LAUNCHERS[target]({
				build,
				program: programFor(target),
				profile: join(profiles, profile),
			});
			launched.push(extension);
			return extension;
		});
		for (const extension of launched) await extension.close();
		await rm(profiles, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	},

	extension: async ({ launch }, use) => {
		const extension = await launch();
		// The ticker's run is published last.
		await until("the edition", () => extension.evaluate(isSetUp));
		await use(extension);
	},

	// Playwright reads a fixture's needs from its first parameter, even where there are none.
	feeds: async ({ target: _ }, use) => {
		const server = await startFeedServer();
		await use(server);
		await server.close();
	},
});
