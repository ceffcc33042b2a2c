import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";

/** What the pages of the extension may load and run; docs/sanitising-and-policy.md gives the reasons. */
const PAGE_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"font-src 'self'",
	"img-src 'self' data: http: https:",
	"connect-src http: https:",
	"frame-src 'none'",
	"form-action 'none'",
	"base-uri 'none'",
	"object-src 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types dompurify",
].join("; ");

/** The host that end-to-end tests serve feeds from; granted at install in the e2e build alone. */
const TEST_HOST = "http://127.0.0.1/*";

/**
 * A new tab paints its first headline without its modules, which must not get in the way of that; the other
 * pages wait for theirs.
 */
const modulePreload = {
	polyfill: false,
	resolveDependencies: (_file: string, needed: string[], { hostId }: { hostId: string }) =>
		hostId.includes("newtab") ? [] : needed,
};

export default defineConfig({
	manifestVersion: 3,
	publicDir: "assets/public",
	imports: false,
	modules: ["@wxt-dev/webextension-polyfill"],
	vite: () => ({ plugins: [preact()], build: { modulePreload } }),
	manifest: ({ browser, command, mode }) => ({
		name: "Headline Ticker",
		short_name: "Headlines",
		description:
			"The headlines of the sources you chose: at a click, on a calm new tab, and whole in a reader of their own.",
		permissions: ["storage", "alarms", "search"],
		host_permissions: mode === "e2e" ? [TEST_HOST] : undefined,
		optional_permissions: ["notifications"],
		optional_host_permissions: ["http://*/*", "https://*/*"],
		action: { default_title: "Headline Ticker" },
		commands: { _execute_action: { suggested_key: { default: "Alt+Shift+H" } } },
		content_security_policy: command === "build" ? { extension_pages: PAGE_POLICY } : undefined,
		minimum_chrome_version: browser === "firefox" ? undefined : "123",
		browser_specific_settings:
			browser === "firefox"
				? {
						gecko: {
							id: "headline-ticker@headline-ticker.example",
							strict_min_version: "142.0",
							data_collection_permissions: { required: ["none"] },
						},
					}
				: undefined,
	}),
});
