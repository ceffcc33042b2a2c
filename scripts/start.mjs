// npm start: from a fresh clone to a browser with the extension in it, or without a display to a tour of it.

import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { advice, findChromium } from "./browsers.mjs";
import { ensureDependencies, stream } from "./process.mjs";

const BUILD = resolve(".output/chrome-mv3");
const PROFILE = resolve(".output/profile");

/**
 * Ends with a sentence.
 * @param {string} why
 * @returns {never}
 */
function giveUp(why) {
	console.error(why);
	process.exit(1);
}

const hasDisplay =
	process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
const touring = process.argv.includes("--tour") || !hasDisplay;

if (!(await ensureDependencies())) giveUp("The dependencies could not be installed.");
const program = (await findChromium({ install: true })) ?? giveUp(advice("Chromium"));
if (!(await stream("npx", ["wxt", "build"]))) giveUp("The build failed.");
// Only now are the dependencies sure to be there.
const { launch } = await import("./launch.mjs");
await rm(PROFILE, { recursive: true, force: true });
const { context, origin } = await launch({ program, build: BUILD, profile: PROFILE, headless: touring });

if (touring) {
	const { takeTour } = await import("./tour.mjs");
	const complete = await takeTour(context, origin, "screenshots");
	await context.close();
	process.exitCode = complete ? 0 : 1;
} else {
	const [page = await context.newPage()] = context.pages();
	await page.goto("chrome://newtab/");
	console.log("Headline Ticker is open: a new tab shows the ticker, the toolbar's button the headlines.");
	console.log("Close the browser to end.");
}
