import { badge } from "./acts";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const background = (screen: Screen) =>
	screen.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/** What is saved is said in a bar at the foot, which would come over what is clicked next. */
const saved = (options: Screen) => expect(options.find("status")).toSay("Saved.");

test("Settings are followed at once", async ({ extension, target }) => {
	await test.step("a theme is followed by every open page at once, and is there before the next one paints", async () => {
		const popup = await extension.open("/popup.html");
		await popup.emulate({ scheme: "light" });
		const light = await background(popup);
		const options = await extension.open("/options.html#/settings");
		await options.labelled("Dark").click();
		await saved(options);
		await expect.poll(() => background(popup)).not.toBe(light);
		const next = await extension.open("/newtab.html");
		expect(await next.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
	});

	await test.step("a pace is followed by an open ticker at once", async () => {
		const tab = await extension.openNewTab();
		const dwell = () =>
			tab.evaluate(() =>
				document.querySelector<HTMLElement>(".ticker-pace-left")?.style.getPropertyValue("--dwell"),
			);
		await expect.poll(dwell).toMatch(/ms$/);
		const before = await dwell();
		const options = await extension.open("/options.html#/settings");
		await options.labelled("Ticker pace").press("Home");
		await saved(options);
		await expect.poll(dwell).not.toBe(before);
	});

	await test.step("an interval moves the next refresh", async () => {
		const options = await extension.open("/options.html#/settings");
		await options.labelled("Refresh interval").choose("60");
		await saved(options);
		const { settings } = await extension.evaluate(() => chrome.storage.local.get("settings"));
		expect(settings).toMatchObject({ refreshMinutes: 60 });
	});

	await test.step("following the browser’s profile is off until it is turned on, and takes back what it sent", async () => {
		const options = await extension.open("/options.html#/settings");
		const synced = () => extension.evaluate(async () => Object.keys(await chrome.storage.sync.get()).length);
		expect(await synced()).toBe(0);
		await options.labelled("Follow my browser profile").click();
		await saved(options);
		await expect.poll(synced).toBeGreaterThan(0);
		await expect(options.find("region", "Other devices")).toSay(/Last sent from here/);
		await options.labelled("Follow my browser profile").click();
		await expect.poll(synced).toBe(0);
	});

	await test.step("the badge can be turned off, and on", async () => {
		await expect.poll(() => badge(extension)).toBe("20");
		const options = await extension.open("/options.html#/settings");
		await options.labelled("None").click();
		await saved(options);
		await expect.poll(() => badge(extension)).toBe("");
		await options.labelled("How many are unread").click();
		await expect.poll(() => badge(extension)).toBe("20");
	});

	await test.step("quiet hours are on, at times of the user’s choice, or off", async () => {
		const options = await extension.open("/options.html#/settings");
		const quietHours = () =>
			extension.evaluate(async () => {
				const { settings } = await chrome.storage.local.get("settings");
				return (settings as { quietHours: unknown }).quietHours;
			});
		await options.labelled("Keep quiet every day").click();
		await saved(options);
		await expect.poll(quietHours).toEqual({ from: 22 * 60, to: 7 * 60 });
		await options.labelled("Quiet from").fill("23:30");
		await expect.poll(quietHours).toEqual({ from: 23 * 60 + 30, to: 7 * 60 });
		await options.labelled("Quiet until").focus();
		await options.labelled("Quiet until").fill("23:30");
		await options.labelled("Keep quiet every day").focus();
		await expect.poll(quietHours).toBeNull();
		await expect(options.labelled("Quiet until")).not.toBeShown();
		expect(await options.labelled("Browser’s own").isEnabled()).toBe(target === "chromium");
	});
});
