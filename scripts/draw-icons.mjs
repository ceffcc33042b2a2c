#!/usr/bin/env node
// Draws the PNG icons that browsers want from assets/icon.svg; run it after the drawing has changed.
import { mkdir, readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { findChromium } from "./browsers.mjs";

const SIZES = [16, 32, 48, 96, 128];
const FOLDER = "assets/public/icon";

const drawing = await readFile("assets/icon.svg", "utf8");
const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
await mkdir(FOLDER, { recursive: true });
for (const size of SIZES) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
	await page.screenshot({ path: `${FOLDER}/${size}.png`, omitBackground: true });
	await page.close();
}
await browser.close();
