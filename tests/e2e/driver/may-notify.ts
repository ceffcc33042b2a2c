import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CDPSession } from "@playwright/test";

/**
 * Installs a build in a folder of its own with the permission to notify, and gives it its own manifest back, in which
 * that is optional: Chromium keeps what an extension was once given, and doesn't ask for it again, which no headless
 * one could be answered. The folder is then to be installed once more.
 */
export async function installToNotify(browser: CDPSession, build: string, folder: string): Promise<void> {
	await cp(build, folder, { recursive: true });
	const path = join(folder, "manifest.json");
	const manifest = await readFile(path, "utf8");
	const { optional_permissions, permissions, ...rest } = JSON.parse(manifest);
	await writeFile(path, JSON.stringify({ ...rest, permissions: [...permissions, ...optional_permissions] }));
	await browser.send("Extensions.loadUnpacked", { path: folder });
	await writeFile(path, manifest);
}
