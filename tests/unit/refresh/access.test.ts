import { beforeEach, expect, it, vi } from "vitest";
import { askAccess, hasAccess, originPattern } from "../../../data/refresh/access";
import { granted, resetBrowser } from "../support/browser";

vi.mock("wxt/browser", () => import("../support/browser"));

beforeEach(resetBrowser);

it("asks for a host without its port, which Firefox refuses", () => {
	expect(originPattern("http://127.0.0.1:8080/rss")).toBe("http://127.0.0.1/*");
	expect(originPattern("https://www.example.org/a?b")).toBe("https://www.example.org/*");
});

it("asks once for addresses of one host", async () => {
	expect(await hasAccess("https://example.org/a")).toBe(false);
	await askAccess(["https://example.org/a", "https://example.org/b", "https://other.example/"]);
	expect([...granted]).toEqual(["https://example.org/*", "https://other.example/*"]);
	expect(await hasAccess("https://example.org/c")).toBe(true);
});

it("never asks for every host, whatever an address says", async () => {
	for (const host of ["*", "%2A", "*.example", "a.*"]) {
		expect(originPattern(`https://${host}/a`), host).toBeUndefined();
		expect(await askAccess([`https://${host}/a`]), host).toBe(false);
	}
	expect([...granted]).toEqual([]);
	expect(await askAccess(["https://*/a", "https://example.org/a"])).toBe(false);
	expect([...granted]).toEqual(["https://example.org/*"]);
	granted.add("https://*/*");
	expect(await hasAccess("https://*/a")).toBe(false);
});
