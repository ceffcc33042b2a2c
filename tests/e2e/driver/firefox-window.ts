// Functions that run in Firefox's own window, as source.

/**
 * Uninstalls an extension. Firefox clears behind it in its own time, and tells its parts what it has begun:
 * this waits until all of that is done.
 */
export const UNINSTALL = `async (id) => {
	const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
	const cleared = new Promise((done) => {
		ExtensionParent.apiManager.once("cleanupAfterUninstall", (_event, _id, tasks) =>
			done(Promise.all(tasks.map((task) => task.promise))),
		);
	});
	const extension = await AddonManager.getAddonByID(id);
	await extension.uninstall();
	await cleared;
}`;

/** Leaves one empty tab in one window, and forgets what was visited, kept and logged. */
export const CLEAR = `async () => {
	for (const other of Services.wm.getEnumerator("navigator:browser")) if (other !== window) other.close();
	const blank = gBrowser.addTrustedTab("about:blank");
	gBrowser.selectedTab = blank;
	for (const tab of [...gBrowser.tabs])
		if (tab !== blank) gBrowser.removeTab(tab, { animate: false, skipPermitUnload: true });
	await new Promise((onDataDeleted) =>
		Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted }),
	);
	Services.console.reset();
}`;
