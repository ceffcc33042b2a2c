/**
 * @typedef {object} Desk A page of the extension that runs none of its scripts, and from which it is worked.
 * @property {import("@playwright/test").Page} page
 * @property {(command: string, ask: unknown) => Promise<any>} send Gives the background a command.
 */

/**
 * @param {{ context: import("@playwright/test").BrowserContext, origin: string }} opened
 * @returns {Promise<Desk>}
 */
export async function openDesk({ context, origin }) {
	const page = await context.newPage();
	// The manifest has the extension's rights.
	await page.goto(`${origin}/manifest.json`);
	return {
		page,
		send: (command, ask) =>
			page.evaluate(([command, ask]) => chrome.runtime.sendMessage({ command, ask }), [command, ask]),
	};
}

/**
 * Lets a minute pass, as far as the extension knows: no feed is asked twice within one.
 * @param {Desk} desk
 */
export async function passMinute({ page }) {
	await page.evaluate(async () => {
		const { polls } = await chrome.storage.local.get("polls");
		for (const poll of Object.values(polls)) if (poll.askedAt !== undefined) poll.askedAt -= 61_000;
		await chrome.storage.local.set({ polls });
	});
}

/**
 * Follows feeds; the background asks them soon after that by itself.
 * @param {Desk} desk
 * @param {string[]} addresses
 */
export async function follow({ send }, addresses) {
	const outlines = addresses.map((url) => `<outline text="A feed" xmlUrl="${url}"/>`);
	const text = `<opml version="2.0"><body>${outlines.join("")}</body></opml>`;
	await send("importFile", { name: "all.opml", text });
}
