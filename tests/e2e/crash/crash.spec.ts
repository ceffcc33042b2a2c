import { setTimeout as pause } from "node:timers/promises";
import { type Stored, storedStates } from "../../support/stored";
import type { Extension } from "../driver/driver";
import { expect, test } from "../fixtures";
import { type Acknowledged, createAcknowledged } from "./acknowledged";
import { flawsOf } from "./check";
import { enlarged, goBack, noteAll } from "./earlier";
import { readKept } from "./kept";
import { command, lanesOf } from "./lanes";
import { type World, worldOf } from "./world";

/** Four rounds with all other tests; `npm run soak` asks for more. */
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 4);
/** The same seed makes the same choices; when they are cut short, the machine decides. */
const SEED = Number(process.env.SOAK_SEED ?? 1);
/** The longest that a browser may be busy before it is killed, in milliseconds. */
const LONGEST_MS = 1_500;
/** The longest that it may bring an earlier state up to date. */
const LONGEST_UPDATE_MS = 500;
const ROUND_MS = 60_000;

/** Every fourth round begins with what an earlier release has stored, each of them in turn. */
const earlierIn = (round: number) =>
	round % 4 === 1 ? storedStates[Math.floor(round / 4) % storedStates.length]?.[1] : undefined;

/** Makes all feeds due, while nobody else writes: within a minute of the last time none is asked again. */
const makeDue = (extension: Extension) =>
	extension.evaluate(async () => {
		const { polls = {} } = await chrome.storage.local.get("polls");
		for (const poll of Object.values(polls as Record<string, { askedAt: number }>)) poll.askedAt = 0;
		await chrome.storage.local.set({ polls });
	});

/** Repeats a thing until the browser is gone. */
async function repeat(act: () => Promise<void>): Promise<void> {
	for (;;) await act();
}

/** Waits until the background has set everything up again. */
async function settled(extension: Extension): Promise<void> {
	await expect
		.poll(
			() =>
				command(extension, "ready", null).then(
					({ ok }) => ok,
					() => false,
				),
			{ timeout: ROUND_MS },
		)
		.toBe(true);
	// A refresh that is due begins by itself; what is read meanwhile is whole at any moment, but not the same twice.
	await expect
		.poll(
			async () => (await extension.evaluate(() => chrome.storage.session.get("progress"))).progress ?? null,
		)
		.toBe(null);
}

/** Kills the browser while the extension does all that it does. */
async function killBusy(extension: Extension, ids: readonly string[], noted: Acknowledged, world: World) {
	await makeDue(extension);
	const busy = lanesOf(extension, ids, noted, world).map((act) => repeat(act).catch(() => undefined));
	await pause(world.chance() * LONGEST_MS);
	await extension.kill();
	await Promise.all(busy);
}

/** Kills the browser while the extension brings up to date what an earlier release has stored. */
async function killUpdating(extension: Extension, stored: Stored, noted: Acknowledged, { chance }: World) {
	await goBack(extension, stored);
	noteAll(stored, noted);
	const starting = command(extension, "ready", null).catch(() => undefined);
	await pause(chance() * LONGEST_UPDATE_MS);
	await extension.kill();
	await starting;
}

test(`killed ${ROUNDS} times while it refreshes, marks, imports and migrates, nothing acknowledged is lost`, async ({
	launch,
	feeds,
}) => {
	test.setTimeout(60_000 + ROUNDS * ROUND_MS);
	const world = worldOf(feeds, SEED);
	let noted = createAcknowledged();
	for (let round = 0; round <= ROUNDS; round++) {
		const extension = await launch({ profile: "crashed" });
		await settled(extension);
		const kept = await extension.evaluate(readKept);
		expect(flawsOf(kept), `after crash ${round} of seed ${SEED}`).toEqual([]);
		expect(noted.missingIn(kept), `after crash ${round} of seed ${SEED}`).toEqual([]);
		if (round === ROUNDS) {
			await extension.close();
			break;
		}
		const earlier = earlierIn(round);
		if (earlier) {
			noted = createAcknowledged();
			await killUpdating(extension, enlarged(earlier), noted, world);
		} else {
			// What was done with those of a removed source isn't known here, and what isn't saved of them goes when its time
			// has come.
			const followed = new Set(kept.front.sources.map(({ id }) => id));
			const ids = kept.archive.headlines.filter(({ source }) => followed.has(source)).map(({ id }) => id);
			await killBusy(extension, ids, noted, world);
		}
	}
});
