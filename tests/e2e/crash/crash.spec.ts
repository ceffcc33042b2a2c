import { setTimeout as pause } from "node:timers/promises";
import type { FeedServer } from "../../support/feed-server";
import { rss } from "../acts";
import type { Extension } from "../driver/driver";
import { expect, test } from "../fixtures";
import { type Acknowledged, createAcknowledged } from "./acknowledged";
import { flawsOf } from "./check";
import { readKept } from "./kept";

/** Four rounds with all other tests; `npm run soak` asks for more. */
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 4);
/** The same seed makes the same choices; when they are cut short, the machine decides. */
const SEED = Number(process.env.SOAK_SEED ?? 1);
/** The longest that a browser may be busy before it is killed, in milliseconds. */
const LONGEST_MS = 1_500;
const ROUND_MS = 60_000;

/** Numbers between 0 and 1 that a seed decides (mulberry32). */
function chanceOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

interface Answer {
	ok: boolean;
}

const command = (extension: Extension, name: string, ask: unknown): Promise<Answer> =>
	extension.evaluate(
		// The background answers every command with an outcome.
		(command, ask) => chrome.runtime.sendMessage({ command, ask }) as Promise<Answer>,
		name,
		ask,
	);

/** Everything that is done to the extension at once, each thing again and again until the browser is gone. */
function lanesOf(extension: Extension, known: readonly string[], noted: Acknowledged, world: World) {
	const { chance } = world;
	const some = () => known.filter(() => chance() < 3 / known.length);

	const mark = async () => {
		const ids = some();
		const flag = chance() < 0.5 ? "read" : "saved";
		const on = chance() < 0.7;
		const acknowledge = noted.willMark(ids, flag, on);
		const { ok } = await command(extension, "mark", { ids, act: `${on ? "" : "un"}${flag}` });
		if (ok) acknowledge();
	};
	const refresh = async () => {
		await command(extension, "refresh", {});
	};
	const follow = async () => {
		const address = world.nextFeed();
		const { ok } = await command(extension, "addSource", { address });
		if (ok) noted.added(address);
	};
	const importFile = async () => {
		const name = `Digest ${world.next()}`;
		const text = Array.from({ length: 30 }, (_, place) => `-\n${name}, story ${place}\nIts text.\n`).join("");
		const { ok } = await command(extension, "importFile", { name: `${name}.txt`, text });
		if (ok) noted.added(name);
	};
	const pace = async () => {
		const wordsPerMinute = 60 + Math.floor(chance() * 340);
		const acknowledge = noted.willPace(wordsPerMinute);
		const { ok } = await command(extension, "changeSettings", { wordsPerMinute });
		if (ok) acknowledge();
	};
	return [mark, refresh, follow, importFile, pace];
}

interface World {
	chance: () => number;
	next: () => number;
	nextFeed: () => string;
}

/** A world whose feeds have something new each time that they are asked. */
function worldOf(feeds: FeedServer): World {
	let count = 0;
	const next = () => ++count;
	return {
		chance: chanceOf(SEED),
		next,
		nextFeed: () => {
			const title = `Feed ${next()}`;
			const path = `/${encodeURIComponent(title)}.xml`;
			const items: { title: string; description: string }[] = [];
			feeds.on(path, () => {
				items.unshift({ title: `${title}, story ${next()}`, description: "Its text." });
				return { body: rss(title, items.slice(0, 40)) };
			});
			return feeds.url(path);
		},
	};
}

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

test(`killed ${ROUNDS} times while it refreshes, marks and imports, nothing acknowledged is lost`, async ({
	launch,
	feeds,
}) => {
	test.setTimeout(60_000 + ROUNDS * ROUND_MS);
	const world = worldOf(feeds);
	const noted = createAcknowledged();
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
		await makeDue(extension);
		const ids = kept.archive.headlines.map(({ id }) => id);
		const busy = lanesOf(extension, ids, noted, world).map((act) => repeat(act).catch(() => undefined));
		await pause(world.chance() * LONGEST_MS);
		await extension.kill();
		await Promise.all(busy);
	}
});
