import { expect, test } from "./fixtures";

test("Installed, it stores the edition's 20 headlines before any surface is opened", async ({ launch }) => {
	const extension = await launch();
	const stored = () => extension.evaluate(() => chrome.storage.local.get(["headlines", "ticker", "sources"]));
	await expect.poll(async () => (await stored()).headlines).toHaveLength(20);
	const { headlines, sources, ticker } = await stored();
	expect(sources).toHaveLength(1);
	expect(ticker).toMatchObject({ total: 20, place: 0 });
	for (const headline of headlines as object[])
		expect(headline).toMatchObject({
			id: expect.stringMatching(/./),
			title: expect.stringMatching(/./),
			source: expect.stringMatching(/./),
			publishedAt: expect.any(Number),
		});
});

test("As people get it, it is granted no host and no notifications, asks for the one host, and without it asks the site nothing", async ({
	launch,
	feeds,
}) => {
	const extension = await launch({ shipped: true });
	await test.step("it is granted no host, and no notifications", async () => {
		const granted = await extension.evaluate(() => chrome.permissions.getAll());
		expect(granted.origins).toEqual([]);
		expect(granted.permissions).not.toContain("notifications");
	});

	await test.step("it asks for the one host, and without it asks the site nothing", async () => {
		const options = await extension.open("/options.html#/sources");
		// Nobody is there to answer the browser's own question: it is answered here, and written down.
		await options.evaluate(() => {
			const asked: unknown[] = [];
			Object.assign(globalThis, { asked });
			const permissions =
				"browser" in globalThis ? (globalThis as { browser?: typeof chrome }).browser : chrome;
			Object.assign(permissions?.permissions ?? {}, {
				request: async (wanted: unknown) => {
					asked.push(wanted);
					return false;
				},
			});
			Object.assign(chrome.permissions, {
				request: async (wanted: unknown) => {
					asked.push(wanted);
					return false;
				},
			});
		});
		await options.find("textbox", "Feed or site address").fill(feeds.url("/feed.xml"));
		await options.find("button", "Add source").click();
		await expect(options.find("alert")).toSay(/Without your permission 127\.0\.0\.1 can’t be read/);
		expect(await options.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked)).toEqual([
			{ origins: ["http://127.0.0.1/*"] },
		]);
		expect(feeds.seen).toEqual([]);
	});
});
