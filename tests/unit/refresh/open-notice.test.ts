import { beforeEach, expect, it, vi } from "vitest";
import { openNotice } from "../../../data/refresh/open-notice";
import { browser, resetBrowser } from "../support/browser";

vi.mock("wxt/browser", () => import("../support/browser"));

beforeEach(resetBrowser);

const reader = browser.runtime.getURL("/options.html");

it("a notification opens its headline in a tab of its own where no reader is open", async () => {
	vi.spyOn(browser.tabs, "query").mockResolvedValueOnce([]);
	const create = vi.spyOn(browser.tabs, "create");
	await openNotice("headline:one");
	expect(create).toHaveBeenCalledWith({ url: `${reader}#/read/one` });
});

it("a notification opens the list in a reader that is open already, and brings that to the front", async () => {
	const tab = await browser.tabs.create({ url: `${reader}#/sources`, active: false });
	vi.spyOn(browser.tabs, "query").mockResolvedValueOnce([tab]);
	const create = vi.spyOn(browser.tabs, "create").mockClear();
	const update = vi.spyOn(browser.tabs, "update").mockResolvedValueOnce(tab);
	const focus = vi.spyOn(browser.windows, "update").mockResolvedValueOnce({} as never);
	await openNotice("headlines:1");
	expect(create).not.toHaveBeenCalled();
	expect(update).toHaveBeenCalledWith(tab.id, { url: `${reader}#/`, active: true });
	expect(focus).toHaveBeenCalledWith(tab.windowId, { focused: true });
});
