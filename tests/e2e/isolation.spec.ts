import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

/** Leaves something behind in every place that the extension can store in; runs in a page of it. */
async function litter(): Promise<void> {
	for (const area of ["local", "session", "sync"] as const)
		await chrome.storage[area].set({ litter: "left" });
	localStorage.setItem("litter", "left");
	const cache = await caches.open("litter");
	await cache.put("http://127.0.0.1/litter", new Response("left"));
	await new Promise<void>((done, failed) => {
		const opening = indexedDB.open("litter");
		opening.onupgradeneeded = () => opening.result.createObjectStore("litter").put("left", "litter");
		opening.onerror = () => failed(opening.error);
		opening.onsuccess = () => {
			opening.result.close();
			done();
		};
	});
	await chrome.alarms.create("litter", { delayInMinutes: 600 });
	await chrome.action.setBadgeText({ text: "left" });
}

/** What there is in those places; runs in a page of the extension. */
async function found(): Promise<Record<string, unknown>> {
	const stored = async (area: "local" | "session" | "sync") =>
		(await chrome.storage[area].get("litter")).litter ?? null;
	return {
		local: await stored("local"),
		session: await stored("session"),
		sync: await stored("sync"),
		localStorage: localStorage.getItem("litter"),
		caches: await caches.keys(),
		databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name === "litter"),
		alarms: (await chrome.alarms.getAll()).map(({ name }) => name).filter((name) => name === "litter"),
		badge: (await chrome.action.getBadgeText({})) === "left",
	};
}

const LITTER = {
	local: "left",
	session: "left",
	sync: "left",
	localStorage: "left",
	caches: ["litter"],
	databases: ["litter"],
	alarms: ["litter"],
	badge: true,
};

const NOTHING = {
	local: null,
	session: null,
	sync: null,
	localStorage: null,
	caches: [],
	databases: [],
	alarms: [],
	badge: false,
};

/** Lets the extension read a host's pages, as a user does who is asked; Chromium asks where no test can answer. */
async function grantHost(screen: Screen): Promise<void> {
	await screen.evaluate(() => {
		const button = document.createElement("button");
		button.textContent = "Grant";
		button.onclick = () => chrome.permissions.request({ origins: ["https://litter.example/*"] });
		document.querySelector("main")?.prepend(button);
	});
	await screen.find("button", "Grant").click();
}

/** How a page finds itself: its width, its size of text, and whether motion is to be reduced. */
const circumstances = (screen: Screen) =>
	screen.evaluate(() => ({
		width: innerWidth,
		text: getComputedStyle(document.documentElement).fontSize,
		still: matchMedia("(prefers-reduced-motion: reduce)").matches,
	}));

const settings = (extension: Extension) =>
	extension.evaluate(async () => (await chrome.storage.local.get("settings")).settings ?? null);

const origins = async (extension: Extension) =>
	(await extension.evaluate(() => chrome.permissions.getAll())).origins;

const isSetUp = (extension: Extension) =>
	extension.evaluate(async () => "ticker" in (await chrome.storage.local.get("ticker")));

test.describe("A test", () => {
	test("finds nothing that another one left", async ({ extension }) => {
		const { origin } = extension;
		const untouched = await circumstances(await extension.open("/options.html"));
		const unasked = await origins(extension);
		const unset = await settings(extension);
		// What is cleared too late is not always there: a second round is another chance to find it.
		for (let round = 0; round < 2; round++) {
			await extension.evaluate(litter);
			expect(await extension.evaluate(found)).toEqual(LITTER);
			const screen = await extension.open("/options.html#/settings");
			await screen.emulate({ motion: "reduce", text: 200 });
			await screen.resize(320, 640);
			expect(await circumstances(screen)).toEqual({ width: 320, text: "32px", still: true });
			await screen.find("radio", "Dark").click();
			await expect.poll(() => settings(extension)).not.toEqual(unset);
			await screen.evaluate(() => {
				setTimeout(() => {
					throw new Error("left");
				});
			});
			await expect.poll(() => extension.errors()).not.toEqual([]);
			if (extension.browser === "firefox") {
				await grantHost(screen);
				await expect.poll(() => origins(extension)).not.toEqual(unasked);
			}
			await extension.openPopup();

			await extension.renew();
			await expect.poll(() => isSetUp(extension)).toBe(true);
			expect(extension.origin).toBe(origin);
			expect(await extension.tabs()).toEqual(["about:blank"]);
			expect(await extension.errors()).toEqual([]);
			expect(await extension.evaluate(found)).toEqual(NOTHING);
			expect(await settings(extension)).toEqual(unset);
			expect(await origins(extension)).toEqual(unasked);
			const fresh = await extension.open("/options.html");
			expect(await circumstances(fresh)).toEqual(untouched);
			await expect(fresh.find("list", "Headlines").find("link").nth(0)).toBeShown();
		}
	});

	test.describe("that ends the browser", () => {
		test.describe.configure({ mode: "serial" });

		test("may kill it", async ({ extension }) => {
			await extension.kill();
		});

		test("leaves a new one to the next, and may close it", async ({ extension }) => {
			expect(await isSetUp(extension)).toBe(true);
			await extension.close();
		});

		test("leaves a new one to the next again", async ({ extension }) => {
			expect(await isSetUp(extension)).toBe(true);
		});
	});
});
