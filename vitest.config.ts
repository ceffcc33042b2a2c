import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const ALL = "tests/unit/**/*.test.{ts,tsx}";

/**
 * Tests that tell errors of the browser from others by their class, which a realm of one's own has anew, or that count
 * the processor's time.
 */
const ALONE = [
	"store/keep-safe",
	"store/refused",
	"store/restore",
	"store/room",
	"formats/feed/hostile",
	"refresh/faults",
].map((name) => `tests/unit/${name}.test.ts`);

export default defineConfig({
	resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
	test: {
		passWithNoTests: false,
		// Vitest leaves one core to others; here nobody waits for it.
		maxWorkers: "100%",
		// Laws are tried on a hundred inputs each; how long that takes on a busy machine proves nothing.
		testTimeout: 60_000,
		projects: [
			// A realm for each file keeps files apart as a process for each does, for half of what that costs.
			{ extends: true, test: { name: "realms", pool: "vmForks", include: [ALL], exclude: ALONE } },
			{ extends: true, test: { name: "processes", pool: "forks", include: ALONE } },
		],
	},
});
