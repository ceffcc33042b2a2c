import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { importText } from "./acts";
import { expect, test } from "./fixtures";

const SEED = resolve("../shared/seed/headlines.txt");

const DIGEST = `-
Bridge reopens after nine months of repairs
-
Museum of clocks wins a prize
The museum, which opened last spring, was praised for its quiet rooms.
Its keeper thanked the town.
-
Old tram returns to the hill line
For the first time in forty years the tram climbs the hill again, and the
-
A minute with the lighthouse keeper #shorts
`;

test.describe("Importing a file", () => {
	test("a file of no use is said to be so by its name, and a digest becomes a source with its headlines", async ({
		extension,
	}) => {
		const options = await extension.open("/options.html#/sources");
		await expect(options.find("list", "Sources").find("listitem")).toNumber(1);
		// The first start ends with a look at all that is kept.
		const stored = () => extension.evaluate(() => chrome.storage.local.get());
		await expect
			.poll(stored)
			.toMatchObject({ pruneDueAt: expect.any(Number), checkDueAt: expect.any(Number) });
		await expect.poll(async () => (await stored()).checkDueAt).toBeGreaterThan(0);
		const before = await stored();
		const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
		for (const [name, content, words] of [
			[
				"letter.txt",
				"Dear friend,\n\nthis is a letter, and no digest at all.\n",
				/^letter\.txt is no digest/,
			],
			["picture.txt", png, /^picture\.txt is no digest/],
			["page.txt", "<!doctype html><html><body><p>A page</p></body></html>", /^page\.txt is no digest/],
			["nothing.txt", "", /^nothing\.txt is no digest/],
			["broken.opml", "<opml><body></bo", /^broken\.opml is no OPML/],
		] as const)
			await test.step(`${name} is of no use, and changes nothing`, async () => {
				await importText(options, name, content);
				await expect(options.find("alert")).toSay(words);
				expect(await stored()).toEqual(before);
			});

		await test.step("a digest brings its headlines, and a second time nothing new", async () => {
			await importText(options, "town.txt", DIGEST);
			await expect(options.find("status")).toSay("town.txt: 4 headlines, 4 of them new.");
			await importText(options, "town.txt", DIGEST);
			await expect(options.find("status")).toSay("town.txt: 4 headlines, 0 of them new.");
			const popup = await extension.open("/popup.html");
			const rows = popup.find("list", "Headlines").find("listitem");
			await expect(rows).toNumber(24);
			await expect(rows.nth(0).find("link")).toSay(/^Bridge reopens/);
			await expect(rows.holding("Old tram")).toSay(/Cut off/);
			await expect(rows.holding("lighthouse")).toSay(/Video/);
		});
	});

	test("the seed digest: 20 headlines, one whole, one cut off, one a video", async ({ extension }) => {
		test.skip(!existsSync(SEED), "needs ../shared/seed/headlines.txt, which is not here");
		const options = await extension.open("/options.html#/sources");
		await options.labelled("Import file").setFiles(SEED);
		await expect(options.find("status")).toSay("headlines.txt: 20 headlines, 20 of them new.");
		const { headlines, sources } = await extension.evaluate(() =>
			chrome.storage.local.get(["headlines", "sources"]),
		);
		const digest = (sources as { id: string; kind: string }[]).find((source) => source.kind === "digest");
		const kinds = (headlines as { source: string; kind: string }[])
			.filter((one) => one.source === digest?.id)
			.map((one) => one.kind)
			.sort();
		expect(kinds).toEqual(["article", ...Array(17).fill("bare"), "cut-off", "video"]);
	});
});
