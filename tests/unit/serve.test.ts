import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Handlers } from "../../data/commands";
import { fine } from "../../data/model/trouble";
import { send } from "../../data/send";
import { serve } from "../../data/serve";
import { browser, resetBrowser } from "./support/browser";

vi.mock("wxt/browser", () => import("./support/browser"));

const handlers = {
	ready: vi.fn(async () => fine(null)),
	mark: vi.fn(async ({ ids }: { ids: string[] }) => fine(ids)),
	refresh: vi.fn(() => Promise.reject(new Error("No."))),
};

beforeEach(() => {
	resetBrowser();
	vi.spyOn(console, "error").mockImplementation(() => {});
	// The handlers that these tests call are all there.
	serve(handlers as unknown as Handlers);
});

const sendRaw = (message: unknown, sender?: { id: string; url: string }) =>
	browser.runtime.sendMessage(message, sender);

describe("a command", () => {
	it("reaches its handler, and its answer comes back", async () => {
		expect(await send("ready", null)).toEqual({ ok: true, value: null });
		expect(await send("mark", { ids: ["a"], act: "read" })).toEqual({ ok: true, value: ["a"] });
	});

	it("that fails is answered with trouble", async () => {
		expect(await send("refresh", {})).toEqual({
			ok: false,
			trouble: { code: "unexpected", about: "refresh" },
		});
	});
});

describe("a message that is no command", () => {
	it.each([
		null,
		"ready",
		{},
		{ command: "unknown", ask: null },
		{ command: "toString", ask: null },
		{ command: "mark", ask: { ids: "all", act: "read" } },
		{ command: "mark", ask: { ids: ["a"], act: "erased" } },
	])("is refused: %j", async (message) => {
		handlers.mark.mockClear();
		expect(await sendRaw(message)).toMatchObject({ ok: false, trouble: { code: "unexpected" } });
		expect(handlers.mark).not.toHaveBeenCalled();
	});
});

it.each([
	["another extension", { id: "another", url: "chrome-extension://another/popup.html" }],
	["a page of the web", { id: browser.runtime.id, url: "https://news.example/popup.html" }],
	[
		"an address that only begins alike",
		{ id: browser.runtime.id, url: `${browser.runtime.getURL("")}.example/` },
	],
])("a message from %s is not answered", async (_who, sender) => {
	handlers.ready.mockClear();
	expect(await sendRaw({ command: "ready", ask: null }, sender)).toBeUndefined();
	expect(handlers.ready).not.toHaveBeenCalled();
});

it("a background that can't be reached is trouble, not an exception", async () => {
	resetBrowser();
	expect(await send("ready", null)).toEqual({ ok: false, trouble: { code: "unanswered", about: "ready" } });
});
