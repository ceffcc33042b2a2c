#!/usr/bin/env node
// Takes the pictures of the README from the built extension; run it when the screens have changed.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findChromium } from "./browsers.mjs";
import { launch } from "./launch.mjs";

const FOLDER = "docs/screenshots";
const BUILD = resolve(".output/chrome-mv3");

/** @type {{ name: string, path: string, scheme: "light" | "dark", width: number, height: number }[]} */
const PICTURES = [
	{ name: "newtab-light", path: "/newtab.html", scheme: "light", width: 1280, height: 640 },
	{ name: "popup-light", path: "/popup.html", scheme: "light", width: 400, height: 576 },
	{ name: "reader-dark", path: "article", scheme: "dark", width: 1280, height: 800 },
	{ name: "sources-light", path: "/options.html#/sources", scheme: "light", width: 900, height: 640 },
];

const program = await findChromium();
if (program === undefined) throw new Error("There is no Chromium here; npm start installs one.");
const profile = await mkdtemp(join(tmpdir(), "headline-ticker-pictures-"));
const { context, origin } = await launch({ program, build: BUILD, profile, headless: true });
try {
	await mkdir(FOLDER, { recursive: true });
	const page = await context.newPage();
	await page.goto(`${origin}/options.html`);
	await page.getByRole("listitem").first().waitFor();
	const article = await page.evaluate(async () => {
		const { headlines } = await Reflect.get(globalThis, "chrome").storage.local.get("headlines");
		return headlines.find((/** @type {{ kind: string }} */ headline) => headline.kind === "article").id;
	});
	for (const { name, path, scheme, width, height } of PICTURES) {
		await page.setViewportSize({ width, height });
		await page.emulateMedia({ colorScheme: scheme });
		await page.goto("about:blank");
		await page.goto(origin + (path === "article" ? `/options.html#/read/${article}` : path));
		await page.locator("article, .source-list > li, .headline-list > li, .ticker-place").first().waitFor();
		await page.evaluate(() =>
			Promise.all(
				document
					.getAnimations()
					.filter((one) => one instanceof CSSAnimation && one.animationName === "ticker-fade")
					.map((one) => one.finished),
			),
		);
		await page.screenshot({ path: join(FOLDER, `${name}.png`) });
	}
} finally {
	await context.close();
	await rm(profile, { recursive: true, force: true });
}
