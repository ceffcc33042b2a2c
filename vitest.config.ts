import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
	resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
	test: {
		include: ["tests/unit/**/*.test.{ts,tsx}"],
		passWithNoTests: false,
		// Vitest leaves one core to others; here nobody waits for it.
		maxWorkers: "100%",
		// Laws are tried on a hundred inputs each; how long that takes on a busy machine proves nothing.
		testTimeout: 60_000,
	},
});
