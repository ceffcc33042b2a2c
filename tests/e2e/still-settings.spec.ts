import { expect, test } from "./fixtures";
import { shifts } from "./shifts";

test("Settings stands still while room, snapshots and rules are counted, and leads to the part that is named", async ({
	extension,
	target,
}) => {
	const act = (command: string, ask: unknown) =>
		extension.evaluate((command, ask) => chrome.runtime.sendMessage({ command, ask }), command, ask);
	await act("takeSnapshot", null);
	await act("addRule", {
		act: "watch",
		match: { kind: "words", text: "Istanbul" },
		where: "title",
	});
	const settings = await extension.open("/popup.html");
	// Firefox doesn't tell of shifts.
	for (const width of target === "chromium" ? [320, 1200] : [])
		await test.step(`${width} pixels wide`, async () => {
			await settings.resize(width, 5_000);
			await settings.goto("/options.html#/settings");
			await settings.reload();
			await expect(settings.css(".room-taken")).toSay(/allowed/);
			await expect(settings.find("list", "Snapshots").find("listitem").nth(0)).toBeShown();
			await expect(settings.find("list", "Mute and watch rules")).toSay(/Matches \d+ headline/);
			expect(await shifts(settings)).toEqual([]);
		});

	await test.step("the alert of storage leads to its section, and so does its address", async () => {
		const place = async () => {
			const { top, bottom } = await settings.css("#storage").evaluate((section) => {
				const { top, bottom } = section.getBoundingClientRect();
				return { top, bottom };
			});
			return top >= 0 && bottom <= 700;
		};
		await settings.resize(900, 700);
		await settings.goto("/options.html#/settings");
		expect(await place()).toBe(false);
		await extension.evaluate(() => chrome.storage.session.set({ health: "storage-full" }));
		await settings.find("link", "See in Settings").click();
		await expect.poll(place).toBe(true);
		expect(await settings.css("#storage").isFocused()).toBe(true);
		await settings.reload();
		await expect.poll(place).toBe(true);
	});
});
