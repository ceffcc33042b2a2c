import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { extractOffscreen } from "../../../data/refresh/offscreen";

/** A document that never answers, and whoever asked it hears when it closes. */
const { browser, documents } = vi.hoisted(() => {
	const documents = { opened: 0, isOpen: false, hangUp: () => {} };
	const browser = {
		runtime: {
			getURL: (path: string) => path,
			getContexts: async () => (documents.isOpen ? [{}] : []),
			sendMessage: () =>
				new Promise((_, refuse) => {
					documents.hangUp = () => refuse(new Error("The message channel closed."));
				}),
		},
		offscreen: {
			createDocument: async () => {
				documents.opened += 1;
				documents.isOpen = true;
			},
			closeDocument: async () => {
				if (!documents.isOpen) throw new Error("No current offscreen document.");
				documents.isOpen = false;
				documents.hangUp();
			},
		},
	};
	return { browser, documents };
});
vi.mock("wxt/browser", () => ({ browser }));

const url = "https://a.example/";
const page = { html: "<p>Too much</p>", asked: url, url, title: "Too much", summary: "" };

beforeEach(() => {
	vi.useFakeTimers();
	Object.assign(documents, { opened: 0, isOpen: false });
});
afterEach(() => vi.useRealTimers());

it("a page that takes too long is cut short, and not begun again", async () => {
	const extracting = extractOffscreen(page);
	await vi.advanceTimersByTimeAsync(20_000);
	expect(await extracting).toMatchObject({ ok: false, trouble: { code: "page-too-big" } });
	await vi.runAllTimersAsync();
	expect(documents).toMatchObject({ opened: 1, isOpen: false });
});

it("a page that takes too long is called so where the document has closed by itself", async () => {
	const extracting = extractOffscreen(page);
	await vi.advanceTimersByTimeAsync(10_000);
	documents.isOpen = false;
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await extracting).toMatchObject({ ok: false, trouble: { code: "page-too-big" } });
});
