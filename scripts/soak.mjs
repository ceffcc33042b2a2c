#!/usr/bin/env node
// npm run soak: kills the browsers again and again while they are busy; SOAK_ROUNDS, SOAK_SEED and
// --project=chromium or firefox choose how often, how and which.
import { stream } from "./process.mjs";

const ROUNDS = "40";

process.env.SOAK_ROUNDS ??= ROUNDS;
const ok =
	(await stream("npm", ["run", "--silent", "build:e2e"])) &&
	(await stream("npx", ["playwright", "test", "tests/e2e/crash", "--workers=1", ...process.argv.slice(2)]));
process.exit(ok ? 0 : 1);
