// Lints the Firefox build as addons.mozilla.org does, and fails on whatever is ours; builds it where there is none.

import { existsSync } from "node:fs";
import webExt from "web-ext";
import { stream } from "./process.mjs";

const BUILD = ".output/firefox-mv3";

/** Warnings that come out of dependencies, each with why it can stand. */
const ACCEPTED = [
	{
		code: "UNSAFE_VAR_ASSIGNMENT",
		why: "Preact has the code for dangerouslySetInnerHTML, and DOMPurify writes what it has sanitised; the pages' policy demands Trusted Types",
	},
];

if (!existsSync(BUILD) && !(await stream("npm", ["run", "--silent", "build:firefox"])))
	throw new Error("The build failed.");
const { errors, warnings, notices } = await webExt.cmd.lint(
	{ sourceDir: BUILD, output: "none", artifactsDir: ".output", ignoreFiles: [] },
	{ shouldExitProgram: false },
);

const isAccepted = (/** @type {{ code: string }} */ warning) =>
	ACCEPTED.some(({ code }) => code === warning.code);
const ours = [...errors, ...warnings.filter((warning) => !isAccepted(warning))];

for (const { _type, code, message, file } of [...ours, ...notices])
	console.log(`${_type}: ${code}: ${message} (${file ?? "manifest.json"})`);
for (const { code, file, line } of warnings.filter(isAccepted))
	console.log(`accepted: ${code} (${file}:${line})`);
console.log(`${errors.length} errors, ${ours.length - errors.length} warnings of ours`);
process.exitCode = ours.length === 0 ? 0 : 1;
