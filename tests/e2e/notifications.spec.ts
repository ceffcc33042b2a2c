import { follow, passAMinute, rss } from "./acts";
import { recordsOf } from "./archive";
import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const notify = (options: Screen) => options.labelled("Notify of watched headlines");
const isOn = (options: Screen) =>
	notify(options).evaluate((box) => box instanceof HTMLInputElement && box.checked);

const command = (extension: Extension, name: string, ask: unknown) =>
	extension.evaluate((command, ask) => chrome.runtime.sendMessage({ command, ask }), name, ask);

/**
 * Listens, in a page, for every notification that the browser is given. A headless Firefox, which has nowhere to
 * show it, says at once that it is closed; a headless Chromium keeps it.
 */
const listen = (screen: Screen) =>
	screen.evaluate(() => {
		const told = new Set<string>();
		Object.assign(globalThis, { told });
		chrome.notifications.onShown?.addListener((id) => told.add(id));
		chrome.notifications.onClosed.addListener((id) => told.add(id));
	});

/** The names of the notifications since then, in their order, of which each tells of one headline or of several. */
const told = (screen: Screen) =>
	screen.evaluate(async () => {
		const { told } = globalThis as unknown as { told: Set<string> };
		for (const id of Object.keys(await chrome.notifications.getAll())) told.add(id);
		return [...told];
	});

/** How many notifications the background hasn't noted yet as given; stopped before that, it would rightly tell again. */
const unsure = async (screen: Screen) =>
	(await recordsOf<{ news: unknown[] }>(screen, "notifications")).filter(({ news }) => news.length > 0)
		.length;

test.describe("Notifications", () => {
	test("are off, and stay off where the browser isn’t given its permission", async ({ extension }) => {
		const options = await extension.open("/options.html#/settings");
		expect(await isOn(options)).toBe(false);
		// Nobody is there to answer the browser's own question: it is answered here.
		await options.evaluate(() => {
			const refuse = { request: async () => false };
			const { browser = chrome } = globalThis as { browser?: typeof chrome };
			Object.assign(browser.permissions, refuse);
			Object.assign(chrome.permissions, refuse);
		});
		await notify(options).click();
		await expect(options.find("alert")).toSay(/wasn’t given permission to notify, so it stays off/);
		expect(await isOn(options)).toBe(false);
	});
});

test.describe("Notifications that are allowed", () => {
	test("tell once of what a refresh brings and a rule watches for", async ({ launch, feeds }) => {
		const extension = await launch({ mayNotify: true });
		const options = await extension.open("/options.html#/settings");
		await notify(options).click();
		await expect(options.labelled("Most in an hour")).toBeShown();
		await listen(options);
		await command(extension, "addRule", {
			act: "watch",
			match: { kind: "words", text: "harbour" },
			where: "title",
		});

		await test.step("but not of what a new source holds", async () => {
			feeds.on("/feed.xml", { body: rss("Coast", [{ title: "The old harbour", page: "The old harbour" }]) });
			await follow(extension, feeds.url("/feed.xml"));
			expect(await told(options)).toEqual([]);
		});

		await test.step("together", async () => {
			const titles = ["A harbour opens", "A harbour closes", "A pier", "The old harbour"];
			feeds.on("/feed.xml", {
				body: rss(
					"Coast",
					titles.map((title) => ({ title, page: title })),
				),
			});
			await passAMinute(extension);
			await command(extension, "refresh", {});
			await expect.poll(() => told(options)).toEqual([expect.stringMatching(/^headlines:/)]);
		});

		await test.step("and never again, also when the background is stopped", async () => {
			await expect.poll(() => unsure(options)).toBe(0);
			await extension.stopBackground();
			// What is muted isn’t told of, or this one would tell of two.
			await command(extension, "addRule", {
				act: "mute",
				match: { kind: "words", text: "football" },
				where: "title",
			});
			const titles = ["Harbour lights", "Harbour football", "A harbour opens", "A harbour closes"];
			feeds.on("/feed.xml", {
				body: rss(
					"Coast",
					titles.map((title) => ({ title, page: title })),
				),
			});
			await passAMinute(extension);
			await command(extension, "refresh", {});
			await expect
				.poll(() => told(options))
				.toEqual([expect.stringMatching(/^headlines:/), expect.stringMatching(/^headline:/)]);
		});

		await test.step("clicked, one opens its headline in the reader, also when the background is stopped", async () => {
			const [, lights = ""] = await told(options);
			await extension.stopBackground();
			await extension.clickNotification(lights);
			await expect(options.find("article").find("heading", "Harbour lights")).toBeShown();
			await options.goto("/options.html#/settings");
		});

		await test.step("until the permission is taken back, and then the switch says so", async () => {
			await options.show();
			await extension.evaluate(() => chrome.permissions.remove({ permissions: ["notifications"] }));
			await expect.poll(() => isOn(options)).toBe(false);
		});
	});
});
