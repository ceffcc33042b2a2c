import { defineConfig } from "@playwright/test";
import type { Options } from "./tests/e2e/fixtures";

/**
 * Specs of what our own pages decide by themselves, the same in any browser: `npm test` runs them in Chromium alone,
 * `npm run e2e` in both.
 */
const OWN_PAGES =
	/\/(?:accessibility|badge-choices|changed|extremes|find|focus|front-page|groups|older|pictures-off|polite|popup|popup-keys|publishers|reader|reader-keys|reader-list|reading-place|rules|run|search|settings|snapshots|sources|sources-care|speech|still-settings|ticker|ticker-keys|typography)\.spec\.ts$/;

/** Specs of the tools that the others work with: they change seldom, and `npm run e2e` runs them. */
const TOOLS = /\/(?:driver|isolation)\.spec\.ts$/;

const isShort = Boolean(process.env.E2E_SHORT);

/** The same specs in both browsers; a worker's tests share one, with the extension installed anew for each. */
export default defineConfig<object, Options>({
	testDir: "tests/e2e",
	outputDir: "test-results/e2e",
	globalSetup: "./tests/e2e/global-setup.mjs",
	fullyParallel: true,
	workers: 2,
	forbidOnly: true,
	timeout: 60_000,
	// As long as the driver waits: on a busy machine a browser may take seconds to begin.
	expect: { timeout: 10_000 },
	reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
	projects: [
		{ name: "chromium", use: { target: "chromium" }, testIgnore: isShort ? [TOOLS] : [] },
		{ name: "firefox", use: { target: "firefox" }, testIgnore: isShort ? [TOOLS, OWN_PAGES] : [] },
	],
});
