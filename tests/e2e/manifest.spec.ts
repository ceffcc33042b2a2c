import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { BUILDS, expect, test } from "./fixtures";

/** What a manifest may hold that gives an extension rights, or gives others a way in. */
interface Manifest {
	permissions?: string[];
	optional_permissions?: string[];
	host_permissions?: string[];
	optional_host_permissions?: string[];
	content_security_policy?: { extension_pages?: string };
	[key: string]: unknown;
}

// The build writes it, in the form that the browsers prescribe.
const manifestOf = async (build: string): Promise<Manifest> =>
	JSON.parse(await readFile(`.output/${build}/manifest.json`, "utf8")) as Manifest;

/** Every file of a build but its manifest, with what is in it. */
async function filesOf(build: string): Promise<Map<string, string>> {
	const folder = join(".output", build);
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	const read = paths.map(
		async (path) => [path.slice(folder.length), await readFile(path, "base64")] as const,
	);
	return new Map((await Promise.all(read)).filter(([path]) => path !== "/manifest.json"));
}

/** The rows of the README's table of permissions: what is asked for, and the browser where it is one alone. */
async function listed(): Promise<{ name: string; row: string }[]> {
	const readme = await readFile("README.md", "utf8");
	const [, section = ""] = /\n## Permissions and privacy\n(.*?)\n## /s.exec(readme) ?? [];
	return [...section.matchAll(/^\| `([a-z.]+)`(.*)$/gm)].map(([row, name = ""]) => ({ name, row }));
}

test.describe("The manifest", () => {
	test("asks for what the README gives a reason for, and for no site", async ({ target }) => {
		const manifest = await manifestOf(BUILDS[target]);
		const rows = (await listed()).filter(({ row }) => target === "chromium" || !/in Chromium/.test(row));
		const later = rows.filter(({ row }) => /when you turn/.test(row)).map(({ name }) => name);
		const atOnce = rows.map(({ name }) => name).filter((name) => !later.includes(name));
		expect(manifest.permissions?.toSorted()).toEqual(atOnce.toSorted());
		expect(manifest.optional_permissions?.toSorted()).toEqual(later.toSorted());
		expect(manifest.host_permissions ?? []).toEqual([]);
		expect(manifest.optional_host_permissions).toEqual(["http://*/*", "https://*/*"]);
	});

	test("keeps out of private windows where pages couldn’t read the archive there", async ({ target }) => {
		const { incognito } = await manifestOf(BUILDS[target]);
		expect(incognito).toBe(target === "firefox" ? "not_allowed" : undefined);
	});

	test("gives nobody else a way in", async ({ target }) => {
		const manifest = await manifestOf(BUILDS[target]);
		for (const key of [
			"web_accessible_resources",
			"externally_connectable",
			"content_scripts",
			"user_scripts",
			"sandbox",
			"protocol_handlers",
			"update_url",
		])
			expect(manifest, key).not.toHaveProperty(key);
		const policy = manifest.content_security_policy?.extension_pages ?? "";
		expect(policy).toContain("default-src 'none'");
		expect(policy).toMatch(/script-src 'self';/);
		expect(policy).not.toMatch(/unsafe|wasm|\*/);
		// The one style that stands in a page, and no other.
		expect(policy).toContain("style-src 'self' 'sha256-");
		expect(policy.match(/sha256/g)).toHaveLength(1);
	});

	test("of the tests' build differs in the access to 127.0.0.1 alone, and nothing else in it does", async ({
		target,
	}) => {
		const { host_permissions, ...rest } = await manifestOf(`${BUILDS[target]}-e2e`);
		expect(host_permissions).toEqual(["http://127.0.0.1/*"]);
		expect(rest).toEqual(await manifestOf(BUILDS[target]));
		const shipped = await filesOf(BUILDS[target]);
		const tested = await filesOf(`${BUILDS[target]}-e2e`);
		expect([...tested.keys()].toSorted()).toEqual([...shipped.keys()].toSorted());
		for (const [path, content] of tested) expect(content === shipped.get(path), path).toBe(true);
	});
});
