import { existsSync } from "node:fs";
import { findChromium, findFirefox } from "../../scripts/browsers.mjs";

/** Finds the builds and the browsers once, for all workers: they inherit this environment. */
export default async function setUp() {
	for (const build of ["chrome-mv3-e2e", "firefox-mv3-e2e"])
		if (!existsSync(`.output/${build}/manifest.json`))
			throw new Error(`There is no .output/${build} yet: npm run build:e2e makes it.`);
	process.env.CHROMIUM_PATH ||= (await findChromium()) ?? "";
	process.env.FIREFOX_PATH ||= (await findFirefox()) ?? "";
}
