// Finds the browsers that the scripts and the tests need, and installs them where there are none.

import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { stream } from "./process.mjs";

const run = promisify(execFile);

// Google Chrome is missing on purpose: since version 137 it takes no unpacked extension by a flag.
const CHROMIUM = {
	variable: "CHROMIUM_PATH",
	programs: ["chromium", "chromium-browser", "/Applications/Chromium.app/Contents/MacOS/Chromium"],
	download: playwrightsChromium,
	debian: "chromium",
};

// Playwright's own Firefox is missing on purpose: it loads no extensions.
const FIREFOX = {
	variable: "FIREFOX_PATH",
	programs: [
		"firefox-esr",
		"firefox",
		"firefox-developer-edition",
		"/Applications/Firefox.app/Contents/MacOS/firefox",
		"/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox",
	],
	download: async () => undefined,
	debian: "firefox-esr",
};

/**
 * The path of a Chromium that loads unpacked extensions, or undefined.
 * @param {{ install?: boolean }} [options] `install` puts one on the machine if there is none: Playwright's
 * own, else Debian's package.
 * @returns {Promise<string | undefined>}
 */
export const findChromium = (options) => find(CHROMIUM, options);

/**
 * The path of a Firefox, or undefined.
 * @param {{ install?: boolean }} [options] `install` puts Debian's package on the machine if there is none.
 * @returns {Promise<string | undefined>}
 */
export const findFirefox = (options) => find(FIREFOX, options);

/**
 * What to tell somebody whose machine has no such browser, and where none could be installed.
 * @param {"Chromium" | "Firefox"} name
 */
export const advice = (name) =>
	`No ${name} was found, and none could be installed. Install one, or name its program in ${name.toUpperCase()}_PATH.`;

/**
 * @param {typeof CHROMIUM | typeof FIREFOX} wanted
 * @param {{ install?: boolean }} [options]
 */
async function find(wanted, { install = false } = {}) {
	const named = process.env[wanted.variable];
	if (named) {
		if (await starts(named)) return named;
		throw new Error(`${wanted.variable} names ${named}, which doesn't start.`);
	}
	const installed = await firstThatStarts(wanted.programs);
	if (installed) return installed;
	const downloaded = await wanted.download({ install });
	if (downloaded) return downloaded;
	if (install && (await installPackage(wanted.debian))) return firstThatStarts(wanted.programs);
	return undefined;
}

/** @param {string[]} programs */
async function firstThatStarts(programs) {
	for (const program of programs) {
		const path = await locate(program);
		if (path && (await starts(path))) return path;
	}
	return undefined;
}

/** @param {string} program A path, or a name to look for in PATH. */
async function locate(program) {
	const folders = program.includes("/") ? [""] : (process.env.PATH ?? "").split(delimiter);
	for (const folder of folders) {
		const path = join(folder, program);
		const found = await access(path, constants.X_OK).then(
			() => true,
			() => false,
		);
		if (found) return path;
	}
	return undefined;
}

/** A program that is there may still lack a library: only one that starts counts. */
const starts = (/** @type {string} */ path) =>
	run(path, ["--version"], { timeout: 20_000 }).then(
		() => true,
		() => false,
	);

/** @param {{ install: boolean }} options */
async function playwrightsChromium({ install }) {
	const { chromium } = await import("@playwright/test");
	const path = chromium.executablePath();
	if (await starts(path)) return path;
	if (!install) return undefined;
	console.log("No Chromium found: downloading Playwright's.");
	const done = await stream("npx", ["playwright", "install", "--no-shell", "chromium"]);
	return done && (await starts(path)) ? path : undefined;
}

/** @param {string} name A package of Debian's. */
async function installPackage(name) {
	if (!(await locate("apt-get"))) return false;
	const root = process.getuid?.() === 0;
	if (!root && !(await stream("sudo", ["-n", "true"]))) return false;
	console.log(`Installing Debian's package ${name}.`);
	const apt = (/** @type {string[]} */ ...args) => {
		const command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y", ...args];
		return root ? stream("env", command.slice(1)) : stream("sudo", ["-n", ...command]);
	};
	return (await apt("update")) && (await apt("install", "--no-install-recommends", name));
}
