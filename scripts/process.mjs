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

/** Installs the dependencies where they are missing or older than the lockfile; false where that fails. */
export async function ensureDependencies() {
	// npm writes this file at the end of each install.
	const installed = "node_modules/.package-lock.json";
	if (existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs)
		return true;
	console.log("Installing the dependencies.");
	const quietly = ["--no-audit", "--no-fund", "--loglevel=error"];
	if (await stream("npm", ["ci", ...quietly])) return true;
	// npm ci refuses a lockfile that lacks the packages of another platform, which npm install leaves out.
	console.log("npm ci has refused: trying npm install.");
	return stream("npm", ["install", ...quietly]);
}
