import { readFile } from "node:fs/promises";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import type { InlineConfig } from "vite";
import { defineConfig, type Entrypoint, type Wxt } from "wxt";
import type { Browser } from "wxt/browser";
import { fewFiles } from "./scripts/few-files";
import { lateModules } from "./scripts/late-modules";
import { pageStyles, styleHashes } from "./scripts/page-styles";
import { steadyZipFile } from "./scripts/steady-zip";

/** What belongs to the sources; whatever else lies beside them, like the log of a run, does not. */
const SOURCES = ["*.{json,md,ts}", "LICENSE", "{assets,components,data,docs,entrypoints,scripts,tests}/**"];

/** What the pages of the extension may load and run; docs/sanitising-and-policy.md gives the reasons. */
const pagePolicy = (styles: readonly string[]) =>
	[
		"default-src 'none'",
		"script-src 'self'",
		["style-src 'self'", ...styles].join(" "),
		"font-src 'self'",
		"img-src 'self' data: blob: http: https:",
		"media-src http: https:",
		"connect-src http: https:",
		"frame-src 'none'",
		"form-action 'none'",
		"base-uri 'none'",
		"object-src 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types dompurify inert",
	].join("; ");

/**
 * The oldest browsers that the extension installs in. For older ones `light-dark()` would be put in terms of custom
 * properties, which are worked out on the root alone: no part of a page could have colours of its own.
 */
const STYLE_TARGETS = ["chrome123", "firefox142"];

/** What WXT's own module would put beneath `wxt/browser` everywhere. */
const POLYFILL = "@wxt-dev/webextension-polyfill/browser";

/**
 * A new tab paints its first headline without its modules, which must not get in the way of that; the other
 * pages wait for theirs.
 */
const modulePreload = {
	polyfill: false,
	resolveDependencies: (_file: string, needed: string[], { hostId }: { hostId: string }) =>
		hostId.includes("newtab") ? [] : needed,
};

/**
 * What is imported when it is wanted lies in the extension itself, and its styles are in the page's own sheet:
 * it needs none of the kilobyte by which Vite fetches such things ahead.
 */
const plainImports = {
	name: "plain-imports",
	enforce: "pre" as const,
	load: (id: string) =>
		id.endsWith("vite/preload-helper.js") ? "export const __vitePreload = (load) => load();" : null,
};

/**
 * Turndown tries at once whether it could parse HTML by itself, which the policy forbids and the console tells
 * of. It is given elements, and has nothing to parse.
 */
const noParsing = {
	name: "no-parsing",
	transform: (code: string, id: string) =>
		id.includes("/turndown/")
			? code.replace("canParseHTMLNatively() ? root.DOMParser : createHTMLParser()", "root.DOMParser")
			: null,
};

/**
 * The background's `browser` is webextension-polyfill's. On a new tab its three kilobytes would be over what a script
 * may weigh there; the pages' share one file, and both browsers give promises by themselves.
 */
function polyfillBackground(entrypoints: readonly Entrypoint[], config: InlineConfig) {
	if (!entrypoints.some(({ type }) => type === "background")) return;
	config.plugins = [
		...(config.plugins ?? []),
		{ name: "polyfill", config: () => ({ resolve: { alias: { "wxt/browser": POLYFILL } } }) },
	];
}

/** The policy comes last: it names the style that stands in a new tab as it was built. */
async function setPolicy({ config }: Wxt, manifest: Browser.runtime.Manifest): Promise<void> {
	if (config.command !== "build") return;
	const newTab = await readFile(join(config.outDir, "newtab.html"), "utf8");
	manifest.content_security_policy = { extension_pages: pagePolicy(styleHashes(newTab)) };
}

export default defineConfig({
	manifestVersion: 3,
	publicDir: "assets/public",
	zip: { excludeSources: ["**"], includeSources: SOURCES },
	hooks: {
		"build:manifestGenerated": setPolicy,
		"vite:build:extendConfig": polyfillBackground,
		"zip:extension:done": (_wxt, path) => steadyZipFile(path),
		"zip:sources:done": (_wxt, path) => steadyZipFile(path),
	},
	imports: false,
	vite: () => ({
		plugins: [
			preact({ devToolsEnabled: false }),
			plainImports,
			noParsing,
			pageStyles,
			lateModules,
			fewFiles(),
		],
		build: { modulePreload, cssTarget: STYLE_TARGETS },
	}),
	manifest: ({ browser }) => ({
		name: "Headline Ticker",
		short_name: "Headlines",
		description:
			"The headlines of the sources you chose: at a click, on a calm new tab, and whole in a reader of their own.",
		// Chromium's background has no DOM to read pages with; where there is none to see, the user isn't asked.
		permissions: ["storage", "alarms", "search", ...(browser === "firefox" ? [] : ["offscreen"])],
		optional_permissions: ["notifications"],
		optional_host_permissions: ["http://*/*", "https://*/*"],
		action: { default_title: "Headline Ticker" },
		commands: { _execute_action: { suggested_key: { default: "Alt+Shift+H" } } },
		// In its private windows Firefox gives an extension's pages a storage of their own, in which the archive isn't.
		incognito: browser === "firefox" ? "not_allowed" : undefined,
		minimum_chrome_version: browser === "firefox" ? undefined : "123",
		// An article's pictures are asked for without cookies; Firefox has no such key.
		cross_origin_embedder_policy: browser === "firefox" ? undefined : { value: "credentialless" },
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
