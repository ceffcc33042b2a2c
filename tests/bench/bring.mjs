import { follow, openDesk, passMinute } from "./desk.mjs";
import { measureBoth } from "./in-turn.mjs";
import { answerFeed, serve } from "./localhost.mjs";
import { LARGE, SMALL } from "./profile.mjs";
import { against } from "./result.mjs";

const ROUNDS = 21;
const BUDGET = 1.2;
const NEW = 20;

/** A feed whose headlines have all come in one edition. */
const feed = (/** @type {number} */ edition, /** @type {number} */ at) => {
	const items = Array.from(
		{ length: NEW },
		(_, n) =>
			`<item><guid isPermaLink="false">${edition}-${n}</guid><title>Headline ${n} of edition ${edition}</title>
			<link>https://site.example/${edition}/${n}</link><description>Some words about ${n}.</description>
			<pubDate>${new Date(at - n * 60_000).toUTCString()}</pubDate></item>`,
	);
	return `<rss version="2.0"><channel><title>A feed</title>${items.join("")}</channel></rss>`;
};

/**
 * Lets a profile follow one more feed, on 127.0.0.1, of which a new edition can be made.
 * @param {import("./desk.mjs").Desk} desk
 */
export async function followLocal(desk) {
	let edition = 0;
	const server = await serve((request, response) =>
		answerFeed(request, response, { tag: String(edition), feed: () => feed(edition, Date.now()) }),
	);
	await follow(desk, [`${server.address}/feed`]);
	const id = await desk.page.evaluate(async () => {
		const { sources } = await chrome.storage.local.get("sources");
		return sources.at(-1).id;
	});
	await desk.send("refresh", { sources: [id] });
	return {
		id,
		publish: () => {
			edition += 1;
			return edition;
		},
		close: server.close,
	};
}

/** Runs in a page of the extension: how long a refresh takes until its answer; the front then has what came. */
async function timeRefresh(
	/** @type {[source: string, fresh: number, edition: number]} */ [id, fresh, edition],
) {
	const begun = performance.now();
	const { value } = await chrome.runtime.sendMessage({ command: "refresh", ask: { sources: [id] } });
	const time = performance.now() - begun;
	const { headlines } = await chrome.storage.local.get("headlines");
	const isPublished = headlines.some(({ title }) => title.endsWith(`edition ${edition}`));
	if (value.fresh !== fresh || !isPublished) throw new Error(`Of the new headlines ${value.fresh} came.`);
	return time;
}

/**
 * The time that a refresh takes which brings 20 new headlines: asked, kept and published.
 * @type {import("./in-turn.mjs").OpenProbe}
 */
export async function openBringing(opened) {
	const desk = await openDesk(opened);
	const { id, publish, close } = await followLocal(desk);
	return {
		close: async () => {
			close();
			await desk.page.close();
		},
		once: async () => {
			const edition = publish();
			await passMinute(desk);
			return desk.page.evaluate(timeRefresh, [id, NEW, edition]);
		},
	};
}

/**
 * How long a refresh takes that brings new headlines, with many kept and with few, in turn.
 * @param {import("./profile.mjs").Where} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export const measureBringing = async (where) => [
	against(
		`a refresh that brings ${NEW} headlines, ${LARGE} kept against ${SMALL}`,
		await measureBoth(where, openBringing, ROUNDS, { local: true }),
		BUDGET,
	),
];
