import { follow, passAMinute, rss } from "./acts";
import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const headline = (tab: Screen) => tab.find("region", "Headline ticker").find("heading");
const kicker = (tab: Screen) => tab.css(".ticker-kicker");
const place = (tab: Screen) => tab.css(".ticker-place");
const next = (tab: Screen) => tab.find("button", "Next headline").click();

const give = (extension: Extension, command: string, ask: unknown) =>
	extension.evaluate(
		async (command: string, ask: unknown) => {
			await chrome.runtime.sendMessage({ command, ask });
		},
		command,
		ask,
	);

/** How many of the run have been shown, as it is stored. */
const shownSoFar = (extension: Extension) =>
	extension.evaluate(async () => {
		const { ticker } = await chrome.storage.local.get("ticker");
		const { before, place } = ticker as { before: number; place: number };
		return before + place;
	});

const LOUD = ["Loud one", "Ferries stop for a third day", "Loud three", "Loud four", "Loud five", "Loud six"];

test("the run is fair to its sources, shows a story once and is one for all tabs and launches", async ({
	launch,
	feeds,
}) => {
	test.slow();
	const first = await launch({ profile: "same" });
	feeds.on("/loud.xml", {
		body: rss(
			"Loud News",
			LOUD.map((title, n) => ({ title, age: 600 + n })),
		),
	});
	feeds.on("/calm.xml", {
		body: rss("Calm Post", [
			{ title: "Calm one", age: 9_000 },
			{ title: "Calm two", age: 9_100 },
		]),
	});
	feeds.on("/harbour.xml", {
		body: rss("Harbour Echo", [
			{ title: "FERRIES stop for a third day - Harbour Echo", age: 8_000 },
			{ title: "Harbour one", age: 9_500 },
		]),
	});
	await give(first, "markAllRead", null);
	for (const path of ["/loud.xml", "/calm.xml", "/harbour.xml"]) await follow(first, feeds.url(path));
	await give(first, "restartRun", null);
	// A new tab begins with what an open page has seen to be next.
	const reader = await first.open("/options.html");
	await expect.poll(() => reader.evaluate(() => localStorage.getItem("first-paint"))).toMatch(/"Loud one"/);
	await reader.close();

	const tab = await first.openNewTab();
	await tab.find("button", "Pause ticker").click();
	await test.step("a loud source has its turn, as any other", async () => {
		for (const [at, title] of ["Loud one", "Calm one", "Harbour one"].entries()) {
			await expect(headline(tab)).toSay(title);
			await expect(place(tab)).toSay(`${at + 1} of 9`);
			await next(tab);
		}
	});

	await test.step("a story from two feeds comes once, and names both", async () => {
		await expect(headline(tab)).toSay("Ferries stop for a third day");
		await expect(kicker(tab)).toSay(/^Loud News.*also in Harbour Echo$/);
		await next(tab);
		await expect(headline(tab)).toSay("Calm two");
		await expect(place(tab)).toSay("5 of 9");
	});

	await test.step("what arrives comes next, and what is shown keeps its place", async () => {
		await expect.poll(() => shownSoFar(first)).toBe(4);
		const more = [{ title: "Just in", age: 1 }, ...LOUD.map((title, n) => ({ title, age: 600 + n }))];
		feeds.on("/loud.xml", { body: rss("Loud News", more) });
		await passAMinute(first);
		await give(first, "refresh", {});
		await expect(place(tab)).toSay("5 of 10");
		await expect(headline(tab)).toSay("Calm two");
		await next(tab);
		await expect(headline(tab)).toSay("Just in");
		await expect(place(tab)).toSay("6 of 10");
	});

	await test.step("another tab goes on where the run stands", async () => {
		await next(tab);
		await expect.poll(() => shownSoFar(first)).toBe(6);
		const other = await first.openNewTab();
		await other.find("button", "Pause ticker").click();
		await expect(headline(other)).toSay("Loud three");
		await expect(place(other)).toSay("7 of 10");
		await next(other);
		await expect(headline(other)).toSay("Loud four");
	});

	await test.step("and so does the next launch", async () => {
		await expect.poll(() => shownSoFar(first)).toBe(7);
		await first.close();
		const second = await launch({ profile: "same" });
		const again = await second.openNewTab();
		await expect(headline(again)).toSay("Loud four");
		await expect(place(again)).toSay("8 of 10");
	});
});
