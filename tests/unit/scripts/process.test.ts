import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const PROCESS = pathToFileURL("scripts/process.mjs").href;
const LOCK = '{ "lockfileVersion": 3 }';
/** Does what npm might, where it doesn't refuse: `ci` installs, and whatever else writes the lockfile anew. */
const NPM = `#!/bin/sh
echo "$1" >> calls
[ "$1" = ci ] || echo changed > package-lock.json
exit $(cat status)
`;

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "clone-"));
	await mkdir(join(folder, "bin"));
	await writeFile(join(folder, "bin", "npm"), NPM);
	await chmod(join(folder, "bin", "npm"), 0o755);
});
afterAll(() => rm(folder, { recursive: true }));

/** What comes of installing into a fresh clone, whose npm ends with a status. */
async function install(status: number) {
	await writeFile(join(folder, "package-lock.json"), LOCK);
	await writeFile(join(folder, "status"), String(status));
	await writeFile(join(folder, "calls"), "");
	const script = `import { ensureDependencies } from "${PROCESS}"; console.log(await ensureDependencies());`;
	const { stdout, stderr } = await promisify(execFile)(
		process.execPath,
		["--input-type=module", "-e", script],
		{ cwd: folder, env: { ...process.env, PATH: join(folder, "bin") + delimiter + process.env.PATH } },
	);
	return {
		isThere: stdout.trim().endsWith("true"),
		said: stderr,
		calls: (await readFile(join(folder, "calls"), "utf8")).trim(),
		lock: await readFile(join(folder, "package-lock.json"), "utf8"),
	};
}

test("what the lockfile says is installed, and nothing else", async () => {
	expect(await install(0)).toEqual({ isThere: true, said: "", calls: "ci", lock: LOCK });
});

test("where that is refused, it is said what to do, and the lockfile stays as it is", async () => {
	const { said, ...rest } = await install(1);
	expect(rest).toEqual({ isThere: false, calls: "ci", lock: LOCK });
	expect(said).toMatch(/delete node_modules/);
});
