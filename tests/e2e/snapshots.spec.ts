import { saveTea } from "./acts";
import { expect, test } from "./fixtures";

const theme = () => document.documentElement.dataset.theme ?? "system";

test("A snapshot brings back sources, marks and settings, and undo takes that back", async ({
	extension,
	feeds,
}) => {
	const { rows } = await saveTea(extension, feeds);

	const settings = await extension.open("/options.html#/settings");
	const snapshots = settings.find("list", "Snapshots").find("listitem");
	await test.step("is taken when asked, and says what is in it", async () => {
		await settings.find("button", "Take a snapshot now").click();
		await expect(settings.find("status")).toSay("A snapshot was taken.");
		await expect(snapshots.nth(0)).toSay(
			/When you asked\. 2 sources, \d+ marks?, 1 saved article; \d+ kB\. ?Bring back$/,
		);
	});

	await test.step("is taken before a source is removed", async () => {
		await settings.labelled("Dark").click();
		await expect.poll(() => settings.evaluate(theme)).toBe("dark");
		await rows.holding("Tea is ready").find("button", "Save").click();
		const sources = await extension.open("/options.html#/sources");
		await sources.find("button", "Remove Tea Times").click();
		await expect(rows).toNumber(20);
		await expect(snapshots.nth(0)).toSay(/Before something was removed\./);
	});

	await test.step("comes back with one click", async () => {
		await snapshots.holding("When you asked").find("button").click();
		await expect(settings.find("status")).toSay(/^The snapshot is back\./);
		await expect(rows).toNumber(22);
		await expect(rows.holding("Tea is ready").find("button", "Save")).toBePressed();
		expect(await settings.evaluate(theme)).toBe("system");
	});

	await test.step("goes again by undo", async () => {
		await settings.find("button", "Undo").click();
		await expect(settings.find("status")).toSay(/^All is as it was before\./);
		await expect(rows).toNumber(20);
		await expect.poll(() => settings.evaluate(theme)).toBe("dark");
	});
	expect(await extension.errors()).toEqual([]);
});
