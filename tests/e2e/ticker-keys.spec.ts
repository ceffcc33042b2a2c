import { follow, rss } from "./acts";
import type { Extension } from "./driver/driver";
import { expect, test } from "./fixtures";
import { headline, marks, openTab, place } from "./new-tab";

/** The titles of the headlines that something was done with. */
const titles = async (extension: Extension, what: "read" | "saved") =>
	(await marks(extension)).filter((mark) => mark[what] !== undefined).map(({ title }) => title);

test("the ticker does by keys what its buttons do, and leaves keys to what has the focus", async ({
	extension,
	feeds,
}) => {
	const tab = await openTab(extension);
	const status = tab.find("region", "Headline ticker").find("status");
	const note = tab.css(".page-foot [role=status]");

	await test.step("arrows step, and say where to", async () => {
		const first = await headline(tab).text();
		await tab.press("ArrowRight");
		await expect(place(tab)).toSay("2 of 20");
		await expect(status).toSay(await headline(tab).text());
		await tab.press("ArrowLeft");
		await expect(headline(tab)).toSay(first);
		await expect(status).toSay(first);
	});

	await test.step("space pauses and plays; on a button it presses that button alone", async () => {
		await tab.press("Space");
		await expect(tab.find("button", "Play ticker")).toBeShown();
		await tab.press("Space");
		await tab.find("button", "Pause ticker").press("Space");
		await expect(tab.find("button", "Play ticker")).toBeShown();
		const shown = await headline(tab).text();
		await tab.find("button", "Next headline").press("Space");
		await expect(headline(tab)).not.toSay(shown);
		await expect(tab.find("button", "Play ticker")).toBeShown();
	});

	await test.step("s saves, m marks read and steps on, and so do their buttons", async () => {
		const isSaved = () => tab.find("button", "Save").attribute("aria-pressed");
		const saved = await headline(tab).text();
		await tab.press("s");
		await expect.poll(isSaved).toBe("true");
		await tab.find("button", "Save").click();
		await expect.poll(isSaved).toBe("false");
		await tab.press("s");
		await expect.poll(() => titles(extension, "saved")).toEqual([saved]);
		await tab.press("m");
		await expect.poll(() => titles(extension, "read")).toContain(saved);
		await expect.poll(isSaved).toBe("false");
		const next = await headline(tab).text();
		await tab.find("button", "Mark read").click();
		await expect.poll(() => titles(extension, "read")).toContain(next);
		await expect(headline(tab)).not.toSay(next);
	});

	await test.step("keys with Control or Alt are the browser’s", async () => {
		const shown = await headline(tab).text();
		const before = await marks(extension);
		for (const key of [
			{ key: "m", ctrlKey: true },
			{ key: "s", altKey: true },
			{ key: " ", metaKey: true },
		]) {
			const isTaken = await tab.evaluate((init) => {
				const press = new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true });
				return !document.body.dispatchEvent(press);
			}, key);
			expect([key, isTaken]).toEqual([key, false]);
		}
		expect(await marks(extension)).toEqual(before);
		await expect(headline(tab)).toSay(shown);
	});

	await test.step("? shows the keys, which have the focus until they are closed", async () => {
		const shown = await headline(tab).text();
		const before = await marks(extension);
		await tab.press("?");
		const keys = tab.find("dialog", "Keys");
		await expect(keys).toSay(
			/← ?→ ?Previous or next headline.*Pause, or play.*Mark it read.*Save it.*Open the original.*Mute its source/,
		);
		for (const key of ["ArrowRight", "m", "s", "x", "o"]) await tab.press(key);
		await tab.press("Escape");
		await expect(keys).toNumber(0);
		await expect(headline(tab)).toSay(shown);
		expect(await marks(extension)).toEqual(before);
	});

	await test.step("in the choice of views arrows choose, and nothing else", async () => {
		const shown = await headline(tab).text();
		await tab.press("v");
		await tab.find("radio", "One at a time").focus();
		await tab.press("ArrowDown");
		await expect(tab.css(".tape-strip")).toNumber(1);
		await tab.press("ArrowUp");
		await tab.press("Escape");
		await expect(tab.find("dialog", "View")).toNumber(0);
		await expect(headline(tab)).toSay(shown);
	});

	await test.step("x mutes the source, and so does its button, which can be undone", async () => {
		const press = [() => tab.press("x"), () => tab.find("button", "Mute First edition").click()];
		for (const mute of press) {
			await mute();
			await expect(note).toSay(/^First edition is muted\./);
			await expect(tab.find("heading", "Nothing to show")).toNumber(0);
			await expect(headline(tab).find("link")).toNumber(0);
			await note.find("button", "Undo").click();
			await expect(note).toSay("First edition is no longer muted.");
			await expect(headline(tab).find("link")).toBeShown();
		}
	});
	expect(await extension.errors()).toEqual([]);

	await test.step("o opens the original, which isn’t told whence, and the headline is read then", async () => {
		const story = feeds.url("/story");
		const feed = rss("Harbour Post", [{ title: "Ferry returns" }]);
		feeds.on("/harbour.xml", { body: feed.replace(/<link>.*?<\/link>/, `<link>${story}</link>`) });
		feeds.on("/story", { body: "<title>Ferry returns</title>", contentType: "text/html" });
		await follow(extension, feeds.url("/harbour.xml"));
		await tab.show();
		await tab.press("ArrowRight");
		await expect(headline(tab)).toSay("Ferry returns");
		await tab.press("o");
		await expect.poll(async () => (await extension.tabs()).join(" ")).toContain(story);
		expect(feeds.to("/story")[0]?.headers.referer).toBe(undefined);
		await expect.poll(() => titles(extension, "read")).toContain("Ferry returns");
	});
});
