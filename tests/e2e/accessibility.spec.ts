import { addSource, rss } from "./acts";
import { violations } from "./axe";
import type { Extension } from "./driver/driver";
import { expect, test } from "./fixtures";

/** The new tab has tests of its own, in each view. */
const SURFACES = ["/popup.html", "/options.html", "/options.html#/sources", "/options.html#/settings"];

/** The addresses of one headline of each kind. */
const articles = (extension: Extension): Promise<string[]> =>
	extension.evaluate(async () => {
		const { headlines } = await chrome.storage.local.get("headlines");
		const byKind = new Map((headlines as { id: string; kind: string }[]).map(({ id, kind }) => [kind, id]));
		return [...byKind.values()].map((id) => `/options.html#/read/${id}`);
	});

for (const scheme of ["light", "dark"] as const) {
	test(`axe finds nothing on any surface, ${scheme}`, async ({ extension }) => {
		for (const path of [...SURFACES, ...(await articles(extension))]) {
			const screen = await extension.open("/popup.html");
			await screen.emulate({ scheme });
			await screen.goto(path);
			await expect(screen.css("main h1, main h2, main li")).toBeShown();
			expect(await violations(screen), path).toEqual([]);
			await screen.close();
		}
	});

	test(`axe finds nothing where something is the matter, ${scheme}`, async ({ extension, feeds }) => {
		feeds.on("/feed.xml", { body: rss("Fine", [{ title: "All is well" }]) });
		const options = await addSource(extension, feeds.url("/feed.xml"), "Fine");
		await options.emulate({ scheme });
		await options.find("textbox", "Feed or site address").fill(feeds.url("/missing"));
		await options.find("button", "Add source").click();
		await expect(options.find("alert")).toSay(/not found/);
		await options.find("button", "Edit Fine").click();
		await expect(options.find("textbox", "Title")).toBeShown();
		expect(await violations(options)).toEqual([]);

		const popup = await extension.open("/popup.html");
		await popup.emulate({ scheme });
		await popup.find("button", "Mark all read").click();
		await expect(popup.find("button", "Undo")).toBeShown();
		expect(await violations(popup)).toEqual([]);

		const tab = await extension.open("/newtab.html");
		await tab.emulate({ scheme });
		await expect(tab.find("heading", "You are caught up")).toBeShown();
		expect(await violations(tab)).toEqual([]);
	});
}
