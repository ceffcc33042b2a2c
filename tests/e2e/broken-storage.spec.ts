import { expect, test } from "./fixtures";

/** Runs in a page: what was stored of the sources has one that is half there, and one that is none. */
const damageSources = async () => {
	const { sources } = await chrome.storage.local.get("sources");
	await chrome.storage.local.set({ sources: [{ id: "half" }, ...(sources as unknown[]), 7] });
};

/** Runs in a page: a newer version has changed the archive. */
const makeNewer = () =>
	new Promise<void>((resolve, reject) => {
		const opening = indexedDB.open("headline-ticker", 99);
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			opening.result.close();
			resolve();
		};
	});

test("Damaged storage is set aside and can be saved, and the rest is shown on every surface", async ({
	extension,
}) => {
	// What the background still has to do at its first start would write over the damage.
	await extension.stopBackground();
	await extension.evaluate(damageSources);
	const popup = await extension.open("/popup.html");
	await expect(popup.find("alert").holding("Some of what was stored was damaged.")).toBeShown();
	await expect(popup.find("list", "Headlines").find("listitem")).toNumber(20);
	const newTab = await extension.openNewTab();
	await expect(newTab.find("alert").holding("It was set aside; the rest is here.")).toBeShown();
	await expect(newTab.find("region", "Headline ticker").find("heading")).toBeShown();

	const settings = await extension.open("/options.html#/settings");
	const pieces = settings.find("list", "Set aside").find("listitem");
	await expect(pieces).toNumber(2);
	await expect(pieces.holding("sources, 0")).toSay(/damaged, found/);
	await expect(settings.find("button", "Save what was set aside")).toBeShown();
	// Who has seen it isn't told again.
	await expect(popup.find("alert").holding("damaged")).not.toBeShown();
	await settings.find("button", "Check what is kept").click();
	await expect(settings.find("status")).toSay("All is whole.");
	await settings.find("button", "Delete what was set aside").click();
	await expect(settings.find("heading", "Set aside")).not.toBeShown();
	expect(await extension.errors()).toEqual([]);
});

test("An archive of a newer version is refused with a sentence, and the headlines are still shown", async ({
	extension,
}) => {
	await extension.evaluate(makeNewer);
	await extension.stopBackground();
	const popup = await extension.open("/popup.html");
	await expect(popup.find("alert").holding("a newer version of Headline Ticker")).toBeShown();
	const rows = popup.find("list", "Headlines").find("listitem");
	await expect(rows).toNumber(20);
	await rows.nth(0).find("button", "Save").click();
	await expect(popup.find("alert").nth(1)).toSay(/Nothing was changed\./);
	const settings = await extension.open("/options.html#/settings");
	await expect(settings.find("button", "Try again")).toBeShown();
	await expect(settings.find("button", "Start again from the last snapshot")).not.toBeShown();
});
