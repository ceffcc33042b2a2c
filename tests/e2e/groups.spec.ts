import { follow, importText, rss } from "./acts";
import { violationsIn } from "./axe";
import { expect, test } from "./fixtures";

test("Sources are put into groups, and taken out of them", async ({ extension, feeds }) => {
	feeds.on("/ferry.xml", { body: rss("Ferry", [{ title: "The ferry is late" }]) });
	feeds.on("/pier.xml", { body: rss("Pier", [{ title: "The pier is closed" }]) });
	await follow(extension, feeds.url("/ferry.xml"));
	await follow(extension, feeds.url("/pier.xml"));
	const options = await extension.open("/options.html#/sources");
	const reader = await extension.open("/options.html");
	await reader.resize(1200, 800);
	const pane = reader.find("navigation", "Sources and groups");
	const give = async (title: string, group: string) => {
		await options.show();
		await options.find("button", `Edit ${title}`).click();
		await options.find("combobox", "Group").fill(group);
		await options.press("Enter");
		await expect(options.find("status")).toSay("Saved.");
	};
	const offered = () =>
		options.evaluate(() =>
			[...document.querySelectorAll("datalist option")].map((one) => one.getAttribute("value")),
		);

	await test.step("a new one by its name, and one that there is from the list", async () => {
		await give("Ferry", "  Coast  /   North ");
		await expect(options.find("list", "Sources").find("listitem").holding("Ferry")).toSay(/Coast \/ North/);
		await options.find("button", "Edit Pier").click();
		expect(await offered()).toEqual(["Coast / North"]);
		expect(await violationsIn(options)).toEqual([]);
		// It may only close the list.
		await options.find("combobox", "Group").press("Escape");
		await options.find("textbox", "Title").fill("Pier");
		await options.press("Escape");
		await expect(options.find("combobox", "Group")).toNumber(0);
		await give("Pier", "Coast / North");
	});
	await test.step("the reader is narrowed down to it", async () => {
		await reader.show();
		await expect(pane.find("button", "Sources of Coast / North")).toBeShown();
		await pane.find("link").holding("Coast / North").click();
		await expect(reader.find("list", "Headlines").find("listitem")).toNumber(2);
	});
	await test.step("a digest has a group, too", async () => {
		await options.show();
		await importText(options, "evening.txt", "One thing\n-\nAnother thing\n");
		await give("evening", "Coast / North");
		await reader.show();
		await expect(reader.find("list", "Headlines").find("listitem")).toNumber(4);
	});
	await test.step("one that the last has left is gone, and a list of it says so", async () => {
		for (const title of ["Ferry", "Pier", "evening"]) await give(title, "");
		await options.find("button", "Edit Pier").click();
		expect(await offered()).toEqual([]);
		await reader.show();
		await expect(pane.find("button", "Sources of Coast / North")).toNumber(0);
		await expect(reader.css(".list-empty")).toSay("No source is in this group any more.");
		await reader.find("link", "Show all").click();
		await expect(reader.find("link", "The ferry is late")).toBeShown();
	});
});
