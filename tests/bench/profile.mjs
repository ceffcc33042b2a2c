import { cp } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "../../scripts/launch.mjs";

const NEWEST = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;
/** How many are written to the archive in one transaction. */
const BATCH = 2_000;
const SOURCES = 40;

/** Words of five scripts, and what stands between two of them. */
export const SCRIPTS = {
	latin: {
		between: " ",
		words:
			"harbour council votes bridge winter café ferry library market storm museum São tram river school night lighthouse Zürich garden reopens after delay over plan for new record among first since early vote".split(
				" ",
			),
	},
	cyrillic: {
		between: " ",
		words:
			"совет города мост зима ёлка паром библиотека рынок буря музей река школа ночь маяк сад открыт после нового плана впервые рекорд поезд берег остров решение".split(
				" ",
			),
	},
	arabic: {
		between: " ",
		words:
			"المدينة مجلس جسر شتاء مكتبة سوق عاصفة متحف نهر مدرسة ليل منارة حديقة قطار شاطئ جزيرة قرار خطة جديدة بعد أول مرة إعلان كتاب".split(
				" ",
			),
	},
	cjk: {
		between: "",
		words:
			"東京 図書館 開館 新しい 港 議会 橋 冬 市場 嵐 博物館 電車 川 学校 夜 灯台 庭園 計画 記録 島 海岸 北京 天气 城市 서울 도서관 시장".split(
				" ",
			),
	},
	devanagari: {
		between: " ",
		words:
			"नगर परिषद पुल सर्दी पुस्तकालय बाज़ार तूफ़ान संग्रहालय नदी विद्यालय रात दीपस्तंभ उद्यान रेल तट द्वीप निर्णय योजना नया पहली बार किताब".split(
				" ",
			),
	},
};

/** Numbers that look random, and are the same each time (Park and Miller's generator). */
function dice(/** @type {number} */ seed) {
	let state = seed;
	return (/** @type {number} */ sides) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % sides;
	};
}

/** What a reader of many years has kept: sources, headlines newest first, and marks; always the same ones. */
function makeProfile(/** @type {number} */ count) {
	const roll = dice(20_260_101);
	const scripts = Object.values(SCRIPTS);
	const phrase = (/** @type {number} */ script, /** @type {number} */ length) => {
		const { words, between } = scripts[script % scripts.length];
		return Array.from({ length }, () => words[roll(words.length)]).join(between);
	};
	const sources = Array.from({ length: SOURCES }, (_, place) => ({
		id: `source-${place}`,
		kind: "digest",
		title: phrase(place, 2),
		addedAt: NEWEST,
	}));
	const headlines = Array.from({ length: count }, (_, place) => {
		const source = roll(SOURCES);
		const publishedAt = NEWEST - place * MINUTE_MS;
		return {
			id: `headline-${place}`,
			// A number makes each its own, as names and places do in real ones.
			title: `${phrase(source, 5 + roll(8))} ${place}`,
			source: `source-${source}`,
			publishedAt,
			url: `https://example.com/${source}/${place}`,
			kind: place % 3 === 0 ? "article" : "bare",
			age: -publishedAt,
			link: `example.com/${source}/${place}`,
			seenAt: publishedAt,
		};
	});
	const articles = headlines
		.filter(({ kind }) => kind === "article")
		.map(({ id }, place) => ({ id, html: `<p>${phrase(place, 60)}</p>` }));
	const marks = headlines
		.filter((_, place) => place % 4 === 1)
		.map(({ id, source }, place) => ({
			id,
			source,
			read: NEWEST,
			settled: 1,
			...(place % 20 === 0 && { saved: NEWEST }),
		}));
	return { sources, headlines, articles, marks };
}

/** Runs in a page of the extension: writes entries to one store of the archive in one transaction. */
function write(
	/** @type {{ store: string, entries: unknown[], clear: boolean }} */ { store, entries, clear },
) {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open("headline-ticker");
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const archive = opening.result;
			const writing = archive.transaction([store, "meta"], "readwrite");
			if (clear) writing.objectStore(store).clear();
			for (const entry of entries) writing.objectStore(store).put(entry);
			const meta = writing.objectStore("meta");
			const reading = meta.get("meta");
			reading.onsuccess = () => {
				const revision = reading.result.revision + 1;
				meta.put({ ...reading.result, revision, headlinesChangedIn: revision }, "meta");
			};
			writing.onerror = () => reject(writing.error);
			writing.oncomplete = () => {
				archive.close();
				resolve(undefined);
			};
		};
	});
}

/**
 * Opens Chromium with the extension in it, which keeps so many headlines and nothing else.
 * @param {{ program: string, build: string, folder: string, args?: string[] }} where `build` is copied into a
 * folder of its own under `folder`; Chromium gets the arguments too.
 * @param {number} count
 */
export async function launchWith({ program, build, folder, args = [] }, count) {
	const copy = join(folder, `build-${count}`);
	await cp(build, copy, { recursive: true });
	const opened = await launch({
		program,
		build: copy,
		profile: join(folder, `profile-${count}`),
		headless: true,
		args,
	});
	const page = await opened.context.newPage();
	await page.goto(`${opened.origin}/manifest.json`);
	const send = (/** @type {string} */ command, /** @type {unknown} */ ask) =>
		page.evaluate(([command, ask]) => chrome.runtime.sendMessage({ command, ask }), [command, ask]);
	await send("ready", null);
	const { sources, ...stores } = makeProfile(count);
	for (const [store, entries] of Object.entries(stores))
		for (let from = 0; from === 0 || from < entries.length; from += BATCH)
			await page.evaluate(write, { store, entries: entries.slice(from, from + BATCH), clear: from === 0 });
	await page.evaluate((sources) => chrome.storage.local.set({ sources }), sources);
	// An act that changes nothing still publishes what the archive has moved on to.
	await send("mark", { ids: [], act: "read" });
	const { ticker } = await page.evaluate(() => chrome.storage.local.get("ticker"));
	if (ticker.unread !== count - stores.marks.length)
		throw new Error(`The front wasn't published: ${ticker.unread} of ${count}.`);
	await page.close();
	return { ...opened, build: copy };
}
