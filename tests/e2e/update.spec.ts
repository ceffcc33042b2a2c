import { STEPS } from "../../data/store/archive-steps";
import { makeArchive, storedStates } from "../support/stored";
import { expect, test } from "./fixtures";

/** Runs in a page: nothing is stored under keys any more but the given items. */
const putBack = async (items: Record<string, unknown>) => {
	await chrome.storage.local.clear();
	await chrome.storage.local.set(items);
};

test("What the first release has stored is brought up to date, after a snapshot", async ({ extension }) => {
	const [, stored] = storedStates.find(([name]) => name.includes("0.1.0")) ?? [];
	if (!stored) throw new Error("There is no such state.");
	// One that runs would open what is made here half way.
	await extension.stopBackground();
	await extension.evaluate(putBack, stored.items);
	await extension.evaluate(makeArchive, stored.archive);

	const popup = await extension.open("/popup.html");
	const rows = popup.find("list", "Headlines").find("listitem");
	await expect(rows).toNumber(20);
	await expect(rows.holding("Story h0, changed")).toBeShown();
	await popup.find("tab", "Saved").click();
	// Two of them are of a source that was removed.
	await expect(rows).toNumber(4);
	const settings = await extension.open("/options.html#/settings");
	await expect(settings.find("list", "Snapshots").find("listitem").holding("Before an update")).toSay(
		/2 sources, 9 marks, 4 saved articles/,
	);
	expect(await settings.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
	await expect(settings.find("heading", "Set aside")).not.toBeShown();
	await expect
		.poll(() => extension.evaluate(() => indexedDB.databases()))
		.toContainEqual(expect.objectContaining({ name: "headline-ticker", version: STEPS.length }));
	expect(await extension.errors()).toEqual([]);
});
