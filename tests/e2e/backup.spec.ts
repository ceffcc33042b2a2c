import { writeFile } from "node:fs/promises";
import { unzipSync, zipSync } from "fflate";
import { datedFileName } from "../../data/model/file-name";
import { badge, saveTea } from "./acts";
import { violations } from "./axe";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

/** Runs in a page: keeps what is handed to the downloads next. */
const keepDownloads = () => {
	const create = URL.createObjectURL;
	URL.createObjectURL = (file: File) => {
		Reflect.set(globalThis, "handedOver", file);
		return create.call(URL, file);
	};
};

/** Runs in a page: what was handed to the downloads. */
const handedOver = async () => {
	const file: File = Reflect.get(globalThis, "handedOver");
	const reader = new FileReader();
	reader.readAsDataURL(file);
	await new Promise((done) => reader.addEventListener("load", done));
	return { name: file.name, base64: String(reader.result).split(",")[1] ?? "" };
};

async function makeBackup(settings: Screen): Promise<Buffer> {
	await settings.evaluate(keepDownloads);
	await settings.find("button", "Make a backup").click();
	await expect(settings.find("status")).toSay(
		/^headline-ticker-backup-\d{4}-\d\d-\d\d\.zip has 22 headlines and /,
	);
	const { name, base64 } = await settings.evaluate(handedOver);
	expect(name).toBe(datedFileName("headline-ticker-backup", Date.now(), "zip"));
	return Buffer.from(base64, "base64");
}

test("A backup brings everything back, merged or in place of what is there, and a bad one is refused", async ({
	extension,
	feeds,
}) => {
	const put = async (name: string, bytes: Uint8Array) => {
		const path = test.info().outputPath(name);
		await writeFile(path, bytes);
		return path;
	};
	const { popup, rows } = await saveTea(extension, feeds);
	const settings = await extension.open("/options.html#/settings");
	const backup = await makeBackup(settings);
	const good = await put("good.zip", backup);

	await test.step("says how much room is taken", async () => {
		await expect(settings.css("#storage")).toSay(
			/Headlines, articles and snapshots ?[\d.]+ [kM]B of [\d.]+ [MGT]B allowed/,
		);
	});

	await test.step("replaces what is there, on every open page at once", async () => {
		await settings.labelled("Dark").click();
		const sources = await extension.open("/options.html#/sources");
		await sources.find("button", "Remove Tea Times").click();
		await expect(sources.find("status")).toSay(/^Tea Times was removed\. 1 saved article stays\./);
		await expect(rows).toNumber(20);
		// The page of sources takes a backup too, and leads to where it is restored.
		await sources.labelled("Import file").setFiles(good);
		await expect(sources.find("heading", "good.zip")).toBeShown();
		await expect(sources.css("#backup")).toSay(/: 2 sources, 22 headlines, 1 saved article\./);
		expect(await violations(sources)).toEqual([]);
		await sources.find("button", "Replace what is here").click();
		await expect(sources.find("status")).toSay(
			/^All is as the backup says: 1 source and 0 headlines came anew\./,
		);
		await expect(rows).toNumber(22);
		await expect(rows.holding("Tea is ready").find("button", "Save")).toBePressed();
		await expect.poll(() => badge(extension)).toBe("22");
		expect(await popup.evaluate(() => document.documentElement.dataset.theme ?? "system")).toBe("system");
		await sources.find("button", "Undo").click();
		await expect(sources.find("status")).toSay(/^All is as it was before\./);
		await expect(rows).toNumber(20);
	});

	await test.step("adds what is missing", async () => {
		await extension.renew();
		const list = await extension.open("/popup.html");
		// The last that is opened is the one with the focus.
		const again = await extension.open("/options.html#/settings");
		const there = list.find("list", "Headlines").find("listitem");
		await expect(there).toNumber(20);
		await again.labelled("Restore from a backup").setFiles(good);
		await again.find("button", "Merge with what is here").press("Enter");
		await expect(again.find("status")).toSay(/^The backup is merged: 1 source and 2 headlines came anew\./);
		await expect(there.holding("Tea is ready").find("button", "Save")).toBePressed();
		await expect(there).toNumber(22);
		// What was pressed is gone.
		await expect(again.labelled("Restore from a backup")).toBeFocused();
	});

	await test.step("is refused with a sentence where something is wrong with it", async () => {
		const bad = await extension.open("/options.html#/settings");
		const files = unzipSync(new Uint8Array(backup));
		await bad
			.labelled("Restore from a backup")
			.setFiles(await put("up.zip", zipSync({ ...files, "../up.json": new Uint8Array(2) })));
		await expect(bad.find("alert")).toSay(
			/is named to lie in another place \(“\.\.\/up\.json”\)\. Nothing was changed\.$/,
		);
		await bad.labelled("Restore from a backup").setFiles(await put("half.zip", backup.subarray(0, 900)));
		await expect(bad.find("alert")).toSay(/^The end of this backup is missing\./);
		await expect(bad.find("button", "Merge with what is here")).not.toBeShown();
	});
	expect(await extension.errors()).toEqual([]);
});
