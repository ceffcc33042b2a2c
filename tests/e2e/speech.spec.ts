import { violationsIn } from "./axe";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

/**
 * Runs in the page: a synthesiser with a voice, and one on a server that the system prefers; it has said a thing when it
 * is told to.
 */
function giveVoice(): void {
	const said: string[] = [];
	let current: EventTarget | undefined;
	const local = { lang: "en-GB", name: "English", localService: true, default: false };
	const server = { lang: "en-US", name: "Server", localService: false, default: true };
	class Utterance extends EventTarget {
		lang = "";
		rate = 1;
		voice: object | null = null;
		constructor(readonly text: string) {
			super();
		}
	}
	const synthesiser = {
		getVoices: () => [server, local],
		speak(utterance: Utterance) {
			const by = utterance.voice === local ? "" : " by a voice that isn’t of this device";
			said.push(`${utterance.rate} ${utterance.text.trim()}${by}`);
			current = utterance;
		},
		cancel() {
			current = undefined;
		},
	};
	Object.defineProperty(globalThis, "speechSynthesis", { value: synthesiser, configurable: true });
	Object.assign(globalThis, {
		SpeechSynthesisUtterance: Utterance,
		said,
		end: () => current?.dispatchEvent(new Event("end")),
	});
}

const said = (screen: Screen) => screen.evaluate(() => (globalThis as unknown as { said: string[] }).said);
const end = (screen: Screen) => screen.evaluate(() => (globalThis as unknown as { end(): void }).end());
/** What is marked, as text. */
const marked = (screen: Screen) =>
	screen.evaluate(() => [...(CSS.highlights.get("spoken") ?? [])].map(String).join("").trim());

test("Headlines and articles are read aloud, sentence by sentence", async ({ extension }) => {
	await test.step("the unread headlines are a briefing", async () => {
		const reader = await extension.open("/options.html");
		await reader.evaluate(giveVoice);
		const titles = reader.find("list", "Headlines").find("listitem").find("link");
		await expect(titles.nth(1)).toBeShown();
		const [first, second] = await titles.texts();
		await reader.find("link", "Listen to the unread").click();
		await expect(reader.find("heading", "Briefing")).toBeShown();
		// The edition's headlines don't say what they are in: the browser tells it from all of them.
		await expect(reader.css('.briefing li:nth-child(1)[lang="en"]')).toBeShown();
		await reader.find("button", "Listen").click();
		const bar = reader.find("group", "Reading aloud");
		await expect(bar).toBeShown();
		await end(reader);
		await bar.find("button", "Next headline").click();
		await expect.poll(() => said(reader)).toEqual([`1 ${first}`, "1 First edition", `1 ${second}`]);
		expect(await marked(reader)).toBe(second);
		await expect(reader.css(".briefing [aria-current] a")).toSay(second ?? "");
		expect(await violationsIn(reader)).toEqual([]);
	});

	await test.step("an article is read sentence by sentence, marked as it is spoken, until it is left", async () => {
		const reader = await extension.open("/options.html");
		await reader.evaluate(giveVoice);
		const titles = reader.find("list", "Headlines").find("listitem").find("link");
		await expect(titles.nth(1)).toBeShown();
		const [title, second] = await titles.texts();
		await titles.nth(0).click();
		await reader.find("button", "Listen").click();
		const bar = reader.find("group", "Reading aloud");
		await expect(bar).toBeShown();
		expect(await said(reader)).toEqual([`1 ${title}`]);
		expect(await marked(reader)).toBe(title);
		await bar.labelled("Speed").choose("1.5");
		await expect.poll(() => said(reader)).toEqual([`1 ${title}`, `1.5 ${title}`]);
		await bar.find("button", "Pause reading aloud").click();
		await bar.find("button", "Go on reading aloud").click();
		await expect.poll(async () => (await said(reader)).length).toBe(3);
		expect(await violationsIn(reader)).toEqual([]);
		await bar.find("link", "Next headline").click();
		await expect.poll(async () => (await said(reader)).at(-1)).toBe(`1.5 ${second}`);
		await bar.find("button", "Stop reading aloud").click();
		await expect(bar).toNumber(0);
		expect(await marked(reader)).toBe("");
	});

	await test.step("without a voice, reading aloud says so", async () => {
		const reader = await extension.open("/options.html");
		await reader.evaluate(() => {
			Object.defineProperty(globalThis, "speechSynthesis", {
				value: { getVoices: () => [], addEventListener() {}, cancel() {} },
			});
		});
		await reader.find("list", "Headlines").find("listitem").nth(0).find("link").click();
		await reader.find("button", "Listen").click();
		await expect(reader.find("alert")).toSay(/^This browser has no voice installed/);
		await expect(reader.find("group", "Reading aloud")).toNumber(0);
	});
	expect(await extension.errors()).toEqual([]);
});
