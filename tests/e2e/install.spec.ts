import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";

const manifestOf = async (build: string) =>
	JSON.parse(await readFile(`.output/${build}/manifest.json`, "utf8"));

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

	test("asks for no host and for three permissions", async ({ launch, target }) => {
		const shipped = await manifestOf(target === "chromium" ? "chrome-mv3" : "firefox-mv3");
		expect(shipped.permissions).toEqual(["storage", "alarms", "search"]);
		expect(shipped.host_permissions ?? []).toEqual([]);
		const extension = await launch({ shipped: true });
		const granted = await extension.evaluate(() => chrome.permissions.getAll());
		expect(granted.origins).toEqual([]);
		expect(shipped.optional_permissions).toEqual(["notifications"]);
		expect(granted.permissions).not.toContain("notifications");
	});

	test("differs from the tests' build by the one host", async ({ target }) => {
		const name = target === "chromium" ? "chrome-mv3" : "firefox-mv3";
		const { host_permissions, ...rest } = await manifestOf(`${name}-e2e`);
		expect(host_permissions).toEqual(["http://127.0.0.1/*"]);
		expect(rest).toEqual(await manifestOf(name));
	});

	test("keeps what is stored through a crash", async ({ launch }) => {
		const first = await launch({ profile: "same" });
		const count = (extension: typeof first) =>
			extension.evaluate(
				async () => Object.values((await chrome.storage.local.get("headlines")).headlines ?? []).length,
			);
		await expect.poll(() => count(first)).toBe(20);
		await first.kill();
		const second = await launch({ profile: "same" });
		await expect.poll(() => count(second)).toBe(20);
	});
});
