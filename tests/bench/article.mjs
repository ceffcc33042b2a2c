import { median } from "./median.mjs";
import { launchWith } from "./profile.mjs";
import { longTasksOf, noteLongTasks } from "./shown.mjs";

const ROUNDS = 15;
const FEW = 50;
const MANY = 50_000;
const OVER_BUDGET_MS = 50;
const BIG = 1_000_000;
const TASK_BUDGET_MS = 200;
/** Of each five headlines of a profile the first two have a text. None is opened twice, and all are in the first rows. */
const withText = (/** @type {number} */ place) => Math.floor(place / 2) * 5 + (place % 2);

const SENTENCE =
	"The harbour council met on Tuesday to decide what should become of the <a href='/lamp?utm_source=x'>old lighthouse</a>, whose <em>lamp</em> has burnt every night since 1874. ";

/** An article of about 1 MB, as a page that wraps it in boxes would give it: paragraphs, lists, tables, code, notes. */
function bigArticle() {
	const parts = [];
	for (let length = 0, index = 0; length < BIG; index++) {
		const part = `<h2 id="part-${index}">Part ${index}</h2>${`<p>${SENTENCE.repeat(4)}<a href="#part-${index}">note</a></p>`.repeat(4)}
			<ul>${`<li>${SENTENCE}</li>`.repeat(5)}</ul><blockquote><p>${SENTENCE}</p></blockquote>
			<table>${"<tr><th scope=row>Year</th><td>1874</td><td>9,000</td></tr>".repeat(8)}</table>
			<pre><code>${"const lamp = &lt;Light&gt;(on) =&gt; on;\n".repeat(6)}</code></pre>`;
		parts.push(part);
		length += part.length;
	}
	return `<article><div class="content"><div>${parts.join("\n")}</div></div></article>`;
}

/** As much in one table, and in one paragraph. */
const bigTable = () =>
	`<table>${Array.from({ length: BIG / 100 }, (_, year) => `<tr><th scope=row>Year ${year}</th><td>${"The lamp was lit. ".repeat(1 + (year % 4))}</td><td>9,000</td></tr>`).join("")}</table>`;
const bigParagraph = () => `<p>${SENTENCE.repeat(BIG / SENTENCE.length)}</p>`;

/** Articles of about 1 MB, by what they are in a result. */
const BIG_ARTICLES = {
	"an article of 1 MB": bigArticle(),
	"an article of 1 MB in one table": bigTable(),
	"an article of 1 MB in one paragraph": bigParagraph(),
};

/** Runs in the reader: clicks a headline, and answers how long it took until the frame with its text was made. */
function clickAndWait(/** @type {string} */ id) {
	return new Promise((done) => {
		const link = document.querySelector(`.reader-list a[href="#/read/${id}"]`);
		if (!(link instanceof HTMLElement)) throw new Error(`There is no row of ${id}.`);
		const title = link.textContent;
		const start = performance.now();
		const look = () => {
			const isThere = document.querySelector(".article h1")?.textContent === title;
			if (!isThere || !document.querySelector(".article-body")?.textContent) return;
			observer.disconnect();
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => done(performance.now() - start);
				port2.postMessage(null);
			});
		};
		const observer = new MutationObserver(look);
		observer.observe(document, { childList: true, subtree: true, characterData: true });
		link.click();
	});
}

/** Runs in a page of the extension: gives a kept headline another text. */
function setText(/** @type {{ id: string, html: string }} */ article) {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open("headline-ticker");
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const archive = opening.result;
			const writing = archive.transaction("articles", "readwrite");
			writing.objectStore("articles").put(article);
			writing.onerror = () => reject(writing.error);
			writing.oncomplete = () => {
				archive.close();
				resolve(undefined);
			};
		};
	});
}

/** @typedef {Awaited<ReturnType<typeof launchWith>>} Opened */

async function openReader(/** @type {Opened} */ { context, origin }) {
	const page = await context.newPage();
	await page.goto(`${origin}/options.html`);
	await page.waitForSelector(".reader-list .headline-list > li a");
	return page;
}

/** The tasks over 50 ms, in milliseconds, while an article with this text comes in. */
async function measureBig(/** @type {Opened} */ opened, /** @type {string} */ html) {
	const page = await openReader(opened);
	await page.evaluate(setText, { id: "headline-0", html });
	await noteLongTasks(page);
	await page.evaluate(clickAndWait, "headline-0");
	await page.waitForSelector(".article-body:not([aria-busy])");
	// Two frames later what has come last is laid out, and told of.
	await page.evaluate(
		() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
	);
	const tasks = await longTasksOf(page);
	await page.close();
	return tasks;
}

/**
 * The time from a click on a headline to the frame with its article, with many headlines kept and with few, in
 * turn; and the longest task while articles of 1 MB are sanitised and laid out.
 * @param {{ program: string, build: string, folder: string }} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureArticle(where) {
	const few = await launchWith(where, FEW);
	const many = await launchWith(where, MANY);
	try {
		/** @type {{ few: number[], many: number[] }} */
		const times = { few: [], many: [] };
		const pages = { few: await openReader(few), many: await openReader(many) };
		for (let round = 0; round <= ROUNDS; round++) {
			const id = `headline-${withText(round)}`;
			times.few.push(Number(await pages.few.evaluate(clickAndWait, id)));
			times.many.push(Number(await pages.many.evaluate(clickAndWait, id)));
		}
		for (const page of Object.values(pages)) await page.close();
		/** @type {import("./bench.mjs").Result[]} */
		const big = [];
		for (const [bench, html] of Object.entries(BIG_ARTICLES)) {
			const longest = [];
			for (let round = 0; round < 3; round++) longest.push(Math.max(0, ...(await measureBig(few, html))));
			big.push({
				bench: `${bench}: the longest task`,
				ours: median(longest),
				reference: null,
				budget: TASK_BUDGET_MS,
				unit: "ms",
			});
		}
		// The first round only warmed up.
		const [fewMs, manyMs] = [median(times.few.slice(1)), median(times.many.slice(1))];
		return [
			{
				bench: `click to article, ${MANY} kept`,
				ours: manyMs,
				reference: fewMs,
				budget: null,
				unit: "ms",
			},
			{
				bench: `click to article, ${MANY} kept: how much longer than with ${FEW}`,
				ours: Number(Math.max(0, manyMs - fewMs).toFixed(1)),
				reference: null,
				budget: OVER_BUDGET_MS,
				unit: "ms",
			},
			...big,
		];
	} finally {
		await few.context.close();
		await many.context.close();
	}
}
