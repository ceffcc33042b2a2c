import { launch } from "../../scripts/launch.mjs";
import { follow, openDesk, passMinute } from "./desk.mjs";
import { allowLocalhost, answerFeed, serve } from "./localhost.mjs";
import { median } from "./median.mjs";

const ROUNDS = 7;
const HOSTS = 20;
const FEEDS_PER_HOST = 10;
const FEEDS = HOSTS * FEEDS_PER_HOST;
/** What is still going on after so many cycles without a write is part of them. */
const QUIET_ROUNDS = 2;
const MAX_WARM_ROUNDS = 30;
const ITEMS = 25;
const CHANGED = 10;
/** How much processor time an unchanged source may take, in milliseconds, whatever process spends it. */
const BUDGET_MS = 3;
/** How many times what the browser takes for the requests alone, with nothing of ours around them. */
const BUDGET_TIMES = 1.5;
const REQUESTS_AT_ONCE = 6;
/** A new headline is a headline, its text, its source's shelf, and the archive's revision. */
const WRITES_PER_HEADLINE = 4;

/** A feed with a headline for each number. */
function feed(/** @type {number} */ id, /** @type {number} */ headlines) {
	const items = Array.from(
		{ length: headlines },
		(_, n) =>
			`<item><guid isPermaLink="false">${id}-${n}</guid><title>Headline ${n} of ${id}</title>
			<link>https://site${id}.example/${n}</link><description>Some words about ${n}.</description>
			<pubDate>${new Date(Date.now() - (headlines - n) * 3_600_000).toUTCString()}</pubDate></item>`,
	);
	return `<rss version="2.0"><channel><title>Feed ${id}</title>${items.join("")}</channel></rss>`;
}

/** Servers for all the feeds, each a host of its own; a feed is unchanged as long as it has as many headlines. */
async function startServers(/** @type {number[]} */ headlines) {
	const servers = await Promise.all(
		Array.from({ length: HOSTS }, (_, host) =>
			serve((request, response) => {
				const id = host * FEEDS_PER_HOST + Number(request.url?.slice(1));
				const count = headlines[id] ?? 0;
				answerFeed(request, response, { tag: String(count), feed: () => feed(id, count) });
			}),
		),
	);
	const addresses = servers.flatMap(({ address }) =>
		Array.from({ length: FEEDS_PER_HOST }, (_, n) => `${address}/${n}`),
	);
	const close = () => {
		for (const server of servers) server.close();
	};
	return { addresses, close };
}

/** Counts, in the worker, what is read as text, and what is written. */
function countInWorker() {
	const counts = { texts: 0, archive: 0 };
	Object.assign(globalThis, { counts });
	const { decode } = TextDecoder.prototype;
	TextDecoder.prototype.decode = function (...args) {
		counts.texts += 1;
		return decode.apply(this, args);
	};
	for (const name of /** @type {const} */ (["add", "put", "delete", "clear"])) {
		/** @type {(...args: unknown[]) => unknown} */
		const original = IDBObjectStore.prototype[name];
		IDBObjectStore.prototype[name] = function (/** @type {unknown[]} */ ...args) {
			counts.archive += 1;
			return original.apply(this, args);
		};
	}
}

/** Asks for what hasn't changed, as briefly as a worker can. */
async function askBare(
	/** @type {[addresses: string[], etag: string, atOnce: number]} */ [addresses, etag, atOnce],
) {
	const waiting = [...addresses];
	const one = async () => {
		for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
			const { status } = await fetch(address, {
				headers: { "if-none-match": etag },
				cache: "no-store",
				credentials: "omit",
				referrerPolicy: "no-referrer",
			});
			if (status !== 304) throw new Error(`It answered ${status}.`);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, one));
}

/**
 * One refresh of 200 sources, when none has anything new and when ten of them have one new headline each.
 * @param {{ program: string, build: string, profile: string }} where `build` is a copy, which gets access to
 * 127.0.0.1.
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureRefresh({ program, build, profile }) {
	const headlines = Array.from({ length: FEEDS }, () => ITEMS);
	const { addresses, close } = await startServers(headlines);
	await allowLocalhost(build);
	const { context, origin } = await launch({ program, build, profile, headless: true });
	try {
		const [worker] = context.serviceWorkers();
		if (!worker) throw new Error("The background isn't running.");
		const desk = await openDesk({ context, origin });
		await follow(desk, addresses);
		await desk.send("refresh", {});

		const session = await context.browser()?.newBrowserCDPSession();
		if (!session) throw new Error("The browser can't be asked for its processes.");
		const processorTime = async () => {
			const { processInfo } = await session.send("SystemInfo.getProcessInfo");
			return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
		};
		await worker.evaluate(countInWorker);
		const cycle = async () => {
			await passMinute(desk);
			await worker.evaluate(() => Object.assign(Reflect.get(globalThis, "counts"), { texts: 0, archive: 0 }));
			const before = await processorTime();
			const { value } = await desk.send("refresh", {});
			const time = (await processorTime()) - before;
			const counts = await worker.evaluate(() => Reflect.get(globalThis, "counts"));
			return { ...value, time, ...counts };
		};

		const bare = async () => {
			const before = await processorTime();
			await worker.evaluate(askBare, [addresses, `"${ITEMS}"`, REQUESTS_AT_ONCE]);
			return (await processorTime()) - before;
		};

		/** @type {{ ours: number[], bare: number[] }} */
		const times = { ours: [], bare: [] };
		// To warm up. The icons of new feeds are looked for some at a time, and once: they are no part of a cycle.
		let unchanged = await cycle();
		for (let round = 0, quiet = 0; quiet < QUIET_ROUNDS; round++) {
			if (round > MAX_WARM_ROUNDS) throw new Error("The archive doesn't come to rest.");
			unchanged = await cycle();
			quiet = unchanged.archive === 0 ? quiet + 1 : 0;
		}
		for (let round = 0; round < ROUNDS; round++) {
			unchanged = await cycle();
			if (unchanged.asked !== FEEDS || unchanged.failed > 0) throw new Error("Not all feeds answered.");
			times.ours.push(unchanged.time / FEEDS);
			times.bare.push((await bare()) / FEEDS);
		}
		for (let id = 0; id < FEEDS; id += FEEDS / CHANGED) headlines[id] = ITEMS + 1;
		const changed = await cycle();
		if (changed.fresh !== CHANGED) throw new Error("The new headlines didn't come.");

		const what = `refreshing ${FEEDS} unchanged sources`;
		return [
			{
				bench: `${what}: processor time a source`,
				ours: median(times.ours),
				reference: null,
				budget: BUDGET_MS,
				unit: "ms",
			},
			{
				bench: `${what}: processor time against the requests alone`,
				ours: median(times.ours),
				reference: median(times.bare),
				budget: BUDGET_TIMES,
				unit: "ms",
			},
			{ bench: `${what}: texts parsed`, ours: unchanged.texts, reference: null, budget: 0, unit: "parses" },
			{
				bench: `${what}: archive writes`,
				ours: unchanged.archive,
				reference: null,
				budget: 0,
				unit: "writes",
			},
			{
				bench: `refreshing ${FEEDS} sources with ${CHANGED} new headlines: archive writes a headline`,
				ours: changed.archive,
				reference: CHANGED,
				budget: WRITES_PER_HEADLINE,
				unit: "writes",
			},
		];
	} finally {
		await context.close();
		close();
	}
}
