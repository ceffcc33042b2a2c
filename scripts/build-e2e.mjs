// npm run build:e2e: the product for both browsers, let ask the one host that end-to-end tests serve from. The mode
// stays that of the product: in any other, Vite would build Preact for development.

import { build } from "wxt";

/** The host that end-to-end tests serve feeds from; granted at install in these builds alone. */
const TEST_HOST = "http://127.0.0.1/*";

for (const browser of ["chrome", "firefox"])
	await build({
		browser,
		outDirTemplate: "{{browser}}-mv{{manifestVersion}}-e2e",
		manifest: { host_permissions: [TEST_HOST] },
	});
