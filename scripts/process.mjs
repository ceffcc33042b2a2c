import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";

/**
 * Runs a program with its output shown.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<boolean>} Whether it ended well.
 */
export function stream(program, args) {
	return new Promise((done) => {
		spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" })
			.on("error", () => done(false))
			.on("exit", (code) => done(code === 0));
	});
}

/**
 * Installs just what the lockfile says, where that is missing or older than the lockfile; false where npm refuses,
 * with what to do. Nothing else may be tried: whatever else installs may change the lockfile.
 */
export async function ensureDependencies() {
	// npm writes this file at the end of each install.
	const installed = "node_modules/.package-lock.json";
	if (existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs)
		return true;
	console.log("Installing the dependencies.");
	if (await stream("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])) return true;
	console.error(
		"npm ci could not install what package-lock.json says; why is told above. Where files are in use or may not be deleted, end what uses them, delete node_modules, and try again. Where package.json and package-lock.json disagree, take both from one commit.",
	);
	return false;
}
