import { defineConfig } from "@playwright/test";
import type { Options } from "./tests/e2e/fixtures";

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
		{ name: "chromium", use: { target: "chromium" } },
		{ name: "firefox", use: { target: "firefox" } },
	],
});
