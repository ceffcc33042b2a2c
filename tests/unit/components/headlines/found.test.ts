// @vitest-environment jsdom
import { signal } from "@preact/signals";
import { h, render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Found } from "@/components/headlines/found";
import type { Row, Tab } from "@/components/headlines/rows";
import type { Scope } from "@/data/model/scope";

const row = (id: string): Row => ({
	headline: { id, title: id, source: "s", publishedAt: 0, kind: "bare" },
	sourceTitle: "",
	mark: {},
});
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(`${at}`));

async function open() {
	const list = {
		words: signal<readonly string[]>([]),
		tab: signal<Tab>("all"),
		scope: signal<Scope>({}),
		rows: signal(rows(40)),
		hasMore: signal(false),
		isLooking: signal(false),
	};
	const page = document.createElement("main");
	render(h(Found, { list }), page);
	const region = page.querySelector("[aria-live=polite]");
	if (!region) throw new Error("There is no live region.");
	/** What was said since it was asked last, each time that it was. */
	const said: string[] = [];
	new MutationObserver(() => said.push(region.textContent)).observe(region, {
		childList: true,
		characterData: true,
		subtree: true,
	});
	const find = async (words: string, count: number, ms = 1_000) => {
		list.words.value = words.split(" ").filter((word) => word !== "");
		list.rows.value = rows(count);
		await vi.advanceTimersByTimeAsync(ms);
	};
	await vi.advanceTimersByTimeAsync(1_000);
	return { list, find, said };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what a search comes to is said when it has settled, and not at each key", async () => {
	const { find, said } = await open();
	for (const [typed, count] of [
		["f", 30],
		["fe", 12],
		["fer", 3],
	] as const)
		await find(typed, count, 100);
	expect(said).toEqual([]);
	await find("ferry", 1);
	await find("ferry boat", 0);
	expect(said).toEqual(["1 headline found.", "No headline has these words."]);
});

test("a search in a tab or of a source, which finds nothing there, doesn't say that there is nothing", async () => {
	const { list, find, said } = await open();
	list.tab.value = "unread";
	await find("ferry", 0);
	list.tab.value = "all";
	list.scope.value = { sources: ["s"] };
	await find("boat", 0);
	list.scope.value = {};
	await find("pier", 0);
	const here = "No headline here has these words.";
	expect(said).toEqual([here, here, "No headline has these words."]);
});

test("it is said again for other words, and not for the same, nor as the list grows or shrinks", async () => {
	const { list, find, said } = await open();
	list.hasMore.value = true;
	await find("ferry", 16);
	await find("ferry", 16);
	list.rows.value = rows(216);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(said).toEqual(["More than 16 headlines found."]);
	await find("boat", 16);
	expect(said).toEqual(Array(2).fill("More than 16 headlines found."));
});

test("that it looks further back is said where that takes long, and then what is found", async () => {
	const { list, find, said } = await open();
	list.isLooking.value = true;
	await find("ferry", 0, 500);
	expect(said).toEqual([]);
	await vi.advanceTimersByTimeAsync(1_000);
	list.isLooking.value = false;
	list.rows.value = rows(2);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(said).toEqual(["Looking further back…", "2 headlines found."]);
});

test("where nobody searches nothing is said", async () => {
	const { find, said } = await open();
	await find("", 12);
	expect(said).toEqual([]);
	await find("ferry", 2);
	await find("", 40);
	expect(said).toEqual(["2 headlines found.", ""]);
});
