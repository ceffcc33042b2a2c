import { browser } from "wxt/browser";
import { noticePath } from "../model/notification";
import { takeAway } from "./notifications";

/** Opens what a notification tells of: in a tab that has the reader open already, or else in a new one. */
export async function openNotice(id: string): Promise<void> {
	await takeAway(id);
	const url = browser.runtime.getURL(noticePath(id));
	const [tab] = await browser.tabs.query({ url: browser.runtime.getURL("/options.html*") });
	if (tab?.id === undefined) {
		await browser.tabs.create({ url });
		return;
	}
	await browser.tabs.update(tab.id, { url, active: true });
	if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
