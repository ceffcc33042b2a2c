import { isDeepStrictEqual } from "node:util";
import { IDBFactory } from "fake-indexeddb";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createBackground } from "../../../data/background";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../data/model/durations";
import { addSources, mark, removeSource } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { browser, button, resetBrowser } from "../support/browser";
import { bringFates, type Fates, fated, fates, under } from "../support/faults";
import { feedSource, marksIn, NOON } from "../support/store";
import { emptyWorld, laterWorld, rss } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

/** What the network answers: first, and when all is asked again. */
const FIRST: Record<string, string> = { fresh: rss(["One", "Two"]), same: rss(["Calm"]), bad: rss(["Kept"]) };
const LATER: Record<string, string | undefined> = {
	...FIRST,
	fresh: rss(["Three", "Two", "One"]),
	bad: undefined,
};

const network = (answers: Record<string, string | undefined>) =>
	fated("fetch", async (address: RequestInfo | URL) => {
		const url = String(address);
		const body = answers[url.slice(url.lastIndexOf("/") + 1)];
		const answer = new Response(body ?? "", { status: body === undefined ? 500 : 200 });
		return Object.defineProperty(answer, "url", { value: url });
	}) as typeof fetch;

type World = ReturnType<typeof emptyWorld>;

const gave = async (archive: Awaited<ReturnType<World["archive"]>>) =>
	Promise.all(
		[...archive.objectStoreNames].map(async (name) => {
			const { store } = archive.transaction(name);
			const [keys, records] = await Promise.all([store.getAllKeys(), store.getAll()]);
			return { name, isInline: store.keyPath !== null, keys, records };
		}),
	);

/** All that is stored when the alarm rings. */
interface Stored {
	local: Record<string, unknown>;
	session: Record<string, unknown>;
	archive: Awaited<ReturnType<typeof gave>>;
}

/** Three feeds that were read once and are due, headlines with marks, and a source that was removed a day ago. */
async function prepare(): Promise<Stored> {
	const world = emptyWorld({ fetch: network({ ...FIRST, gone: rss(["Swept", "Saved"]) }) });
	world.clock.now = NOON - 2 * DAY_MS;
	await addSources(
		world,
		["fresh", "same", "bad", "gone"].map((id) => feedSource(id)),
	);
	await createBackground(world).wake();
	const { headlines } = await readItems(["headlines"]);
	await mark(
		world,
		headlines
			.filter(({ title, source }, place) => (source === "gone" ? title === "Saved" : place < 2))
			.map(({ id }) => id),
		"saved",
	);
	await removeSource(world, "gone");
	const later = { snapshotDueAt: NOON + DAY_MS, checkDueAt: NOON + DAY_MS, pruneDueAt: NOON + DAY_MS };
	await browser.storage.local.set(later);
	return {
		local: await browser.storage.local.get(null),
		session: await browser.storage.session.get(null),
		archive: await gave(await world.archive()),
	};
}

/** The same storage as it was then, at the time that the alarm rings. */
async function storedAgain({ local, session, archive }: Stored): Promise<World> {
	resetBrowser();
	globalThis.indexedDB = new IDBFactory();
	await browser.storage.local.set(structuredClone(local));
	await browser.storage.session.set(structuredClone(session));
	const world = laterWorld({ now: NOON }, { fetch: network(LATER) });
	const open = await world.archive();
	for (const { name, isInline, keys, records } of archive) {
		const writing = open.transaction(name, "readwrite");
		for (const [place, record] of records.entries())
			await (isInline ? writing.store.put(record) : writing.store.put(record, keys[place] as never));
		await writing.done;
	}
	return world;
}

/** What must be the same whatever befell: all but the times, since what was cut short is done later. */
async function state(world: World) {
	const archive = await world.archive();
	const items = await readItems(["sources", "polls", "headlines", "marks", "ticker", "asking", "progress"]);
	const { sources, polls, headlines, marks, ticker, asking, progress } = items;
	const alarm = await browser.alarms.get("refresh");
	return {
		kept: (await archive.getAll("headlines")).map(({ seenAt: _, ...headline }) => headline),
		articles: await archive.getAll("articles"),
		marks: (await marksIn(archive)).map(({ id, read, saved }) => ({ id, read, saved })),
		revisions: await archive.count("revisions"),
		removed: await archive.getAll("removed"),
		joining: await archive.count("joining"),
		sources,
		front: headlines.map(({ id }) => id),
		frontMarks: marks,
		run: { ...ticker, startedAt: 0, revision: 0, headlines: ticker.headlines.map(({ id }) => id) },
		polls: Object.fromEntries(
			Object.entries(polls).map(([id, { outcome = "", bodyHash }]) => [
				id,
				{ isWell: ["fresh", "unchanged"].includes(outcome), bodyHash },
			]),
		),
		left: { asking, progress },
		badge: button.text,
		wakesAgain: alarm !== undefined && alarm.scheduledTime > world.clock.now,
	};
}

/** Waits until a background has nothing under way: until nothing more is called. */
async function rest(world: World, { calls }: Fates): Promise<void> {
	for (let before = -1; before !== calls.length; ) {
		before = calls.length;
		await new Promise((turn) => setTimeout(turn, 8));
		await world.lock(async () => {});
	}
}

/** The alarm rings, whatever befalls; then a minute later, and where need be when all is due again, and all goes well. */
async function wakeAgain(stored: Stored, given: Fates) {
	const world = await storedAgain(stored);
	const background = createBackground(world);
	const waking = under(given, () => background.wake()).catch(() => {});
	await Promise.race([waking, vi.waitUntil(() => given.isStopped, { timeout: 20_000, interval: 1 })]);
	if (!given.isStopped) await rest(world, given);
	const willWake = (await browser.alarms.get("refresh")) !== undefined;
	const next = given.isStopped ? laterWorld(world.clock, { fetch: network(LATER) }) : world;
	const waker = given.isStopped ? createBackground(next) : background;
	world.clock.now += MINUTE_MS;
	await waker.wake();
	return {
		willWake,
		soon: await state(next),
		late: async () => {
			world.clock.now += 6 * HOUR_MS;
			await waker.wake();
			return state(next);
		},
	};
}

describe("a refresh that is cut short anywhere is made good by the next wake", () => {
	let stored: Stored;
	let calls: string[];
	let undisturbed: Record<"soon" | "late", Awaited<ReturnType<typeof state>>>;

	// A transaction that is given up takes requests with it that nobody waits for one by one.
	const listeners = process.listeners("unhandledRejection");
	afterAll(() => {
		process.removeAllListeners("unhandledRejection");
		for (const listener of listeners) process.on("unhandledRejection", listener);
	});

	beforeAll(async () => {
		process.removeAllListeners("unhandledRejection");
		process.on("unhandledRejection", (cause, promise) => {
			if (cause instanceof Error && cause.name === "AbortError") return;
			for (const listener of listeners) listener(cause, promise);
		});
		bringFates();
		vi.spyOn(console, "error").mockImplementation(() => {});
		stored = await prepare();
		const all = fates();
		const { soon, late } = await wakeAgain(stored, all);
		undisturbed = { soon, late: await late() };
		calls = all.calls;
	});

	it("undisturbed, it brings the new, keeps the old and the saved, sweeps the removed and notes the failure", () => {
		expect(calls.length).toBeGreaterThan(50);
		const { kept, ...rest } = undisturbed.soon;
		expect(kept.map(({ title }) => title).toSorted()).toEqual([
			"Calm",
			"Kept",
			"One",
			"Saved",
			"Three",
			"Two",
		]);
		expect(rest.polls).toMatchObject({
			fresh: { isWell: true },
			same: { isWell: true },
			bad: { isWell: false },
		});
		expect(rest).toMatchObject({ left: { asking: {}, progress: null }, wakesAgain: true, badge: "5" });
	});

	it("where any one call fails, or that and the next", async () => {
		for (const [fault, name] of calls.entries())
			for (const length of [1, 2]) {
				const given = fates((call) => (call >= fault && call < fault + length ? "fails" : "goes on"));
				const { willWake, soon, late } = await wakeAgain(stored, given);
				expect([fault, name, length, willWake]).toEqual([fault, name, length, true]);
				// A feed that couldn't be asked is left alone for a while.
				if (!isDeepStrictEqual(soon, undisturbed.soon))
					expect([fault, name, length, await late()]).toEqual([fault, name, length, undisturbed.late]);
			}
	});

	it("where the background is stopped at any call", async () => {
		for (const [fault, name] of calls.entries()) {
			const given = fates((call) => (call === fault ? "stops" : "goes on"));
			const { soon } = await wakeAgain(stored, given);
			expect([fault, name, soon]).toEqual([fault, name, undisturbed.soon]);
		}
	});
});
