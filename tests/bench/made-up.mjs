import { SCRIPTS } from "./words.mjs";

const NEWEST = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SOURCES = 300;
const SENTENCE_WORDS = 10;
const PARAGRAPHS = 3;
/** An article has about 150 words. */
const SENTENCES = 5;

/** Numbers that look random, and are the same each time (Park and Miller's generator). */
function dice(/** @type {number} */ seed) {
	let state = seed;
	return (/** @type {number} */ sides) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % sides;
	};
}

/**
 * What a reader of many years has kept: sources, how they were last polled, headlines newest first, two in five
 * of them with an article, and marks; always the same ones.
 * @param {number} count How many headlines.
 */
export function makeProfile(count) {
	const roll = dice(20_260_101);
	const scripts = Object.values(SCRIPTS);
	const phrase = (/** @type {number} */ script, /** @type {number} */ length) => {
		const { words, between } = scripts[script % scripts.length];
		return Array.from({ length }, () => words[roll(words.length)]).join(between);
	};
	const paragraph = (/** @type {number} */ script) => {
		const { stop } = scripts[script % scripts.length];
		const sentences = Array.from({ length: SENTENCES }, () => phrase(script, SENTENCE_WORDS));
		return `<p>${sentences.join(stop)}${stop.trim()}</p>`;
	};
	const sources = Array.from({ length: SOURCES }, (_, place) => ({
		id: `source-${place}`,
		kind: "feed",
		title: phrase(place, 2),
		url: `https://site-${place}.example/feed`,
		addedAt: NEWEST,
	}));
	// None is due while it is measured.
	const polled = { askedAt: NEWEST, succeededAt: NEWEST, nextAt: Date.now() + DAY_MS, failures: 0 };
	const polls = Object.fromEntries(sources.map(({ id }) => [id, { ...polled, outcome: "unchanged" }]));
	const headlines = Array.from({ length: count }, (_, place) => {
		const source = roll(SOURCES);
		const publishedAt = NEWEST - place * MINUTE_MS;
		return {
			id: `headline-${place}`,
			// A number makes each its own, as names and places do in real ones.
			title: `${phrase(source, 5 + roll(8))} ${place}`,
			source: `source-${source}`,
			publishedAt,
			url: `https://site-${source}.example/${place}`,
			kind: place % 5 < 2 ? "article" : "bare",
			age: -publishedAt,
			link: `site-${source}.example/${place}`,
			seenAt: publishedAt,
		};
	});
	const articles = headlines
		.filter(({ kind }) => kind === "article")
		.map(({ id, source }) => ({
			id,
			html: Array.from({ length: PARAGRAPHS }, () => paragraph(Number(source.slice(7)))).join(""),
		}));
	const read = new Set(headlines.filter((_, place) => place % 4 === 1));
	const saved = new Set([...read].filter((_, place) => place % 20 === 0));
	const when = (/** @type {boolean} */ done) => (done ? NEWEST : null);
	/** @type {Map<string, typeof headlines>} */
	const bySource = new Map();
	for (const headline of headlines)
		bySource.set(headline.source, [...(bySource.get(headline.source) ?? []), headline]);
	const shelves = Array.from(bySource, ([source, kept]) => ({
		source,
		ids: kept.map(({ id }) => id),
		read: kept.map((headline) => when(read.has(headline))),
		saved: kept.map((headline) => when(saved.has(headline))),
	}));
	return { items: { sources, polls }, stores: { headlines, articles, shelves }, read: read.size };
}
