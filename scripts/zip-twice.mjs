#!/usr/bin/env node
// Builds and packs everything twice, and fails where a byte differs, or where something that lies about gets in.
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stream } from "./process.mjs";

const OUTPUT = ".output";
/** For Chromium, for Firefox, and the sources that Mozilla's store asks for. */
const ZIPS = 3;

/** Like the log of a run, written where it runs. */
const STRAY = "stray.log";

const zips = async () => (await readdir(OUTPUT).catch(() => [])).filter((name) => name.endsWith(".zip"));

async function zipAll() {
	for (const name of await zips()) await rm(join(OUTPUT, name));
	if (!(await stream("npm", ["run", "--silent", "zip"]))) throw new Error("The zips could not be built.");
	const hash = async (/** @type {string} */ name) =>
		createHash("sha256")
			.update(await readFile(join(OUTPUT, name)))
			.digest("hex");
	return Promise.all((await zips()).map(async (name) => `${await hash(name)}  ${name}`));
}

const first = await zipAll();
await writeFile(STRAY, "What somebody left beside the sources.");
const second = await zipAll().finally(() => rm(STRAY));
const differing = second.filter((line) => !first.includes(line));
console.log(second.join("\n"));
if (second.length !== ZIPS) throw new Error(`There should be ${ZIPS} zips.`);
if (differing.length > 0) throw new Error("Built twice, these are not the same byte for byte.");
