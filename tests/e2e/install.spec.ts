import { expect, test } from "./fixtures";

test.describe("Installing", () => {
	test("stores the edition's 20 headlines before any surface is opened", async ({ launch }) => {
		const extension = await launch();
		const stored = () =>
			extension.evaluate(() => chrome.storage.local.get(["headlines", "ticker", "sources"]));
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

	test("is granted no host, and no notifications", async ({ launch }) => {
		const extension = await launch({ shipped: true });
		const granted = await extension.evaluate(() => chrome.permissions.getAll());
		expect(granted.origins).toEqual([]);
		expect(granted.permissions).not.toContain("notifications");
	});
});
