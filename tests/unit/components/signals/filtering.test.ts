import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import type { Tab } from "@/components/headlines/rows";
import { bindList, createFiltering } from "@/components/signals/filtering";
import { createRouter } from "@/components/signals/router";
import { MINUTE_MS } from "@/data/model/durations";
import type { Source } from "@/data/model/source";
import { fakeWindow } from "../support/address";

const source = (id: string, group: string): Source => ({ id, kind: "feed", title: id, addedAt: 0, group });

function open(hash = "") {
	const { window, ...address } = fakeWindow(hash);
	const router = createRouter(window);
	const front = { sources: signal([source("a", "world"), source("b", "world")]) };
	const now = signal(new Date("2026-03-18T15:30").getTime());
	const filtering = createFiltering(router, front, now);
	const list = { tab: signal<Tab>("all"), query: signal("") };
	bindList(router, filtering, list);
	return { router, filtering, list, front, now, address };
}

describe("the reader's address", () => {
	test("sets the tab, the search and the scope of its list", () => {
		const { list, filtering } = open("#/?group=world&state=unread&q=ferry");
		expect([list.tab.value, list.query.value]).toEqual(["unread", "ferry"]);
		expect(filtering.scope.value).toEqual({ sources: ["a", "b"] });
	});

	test("follows the tab, from which one comes back, and the search, whose letters are no steps", () => {
		const { list, address } = open("#/?source=a");
		list.tab.value = "saved";
		list.query.value = "f";
		list.query.value = "fe";
		expect(address.hashes()).toEqual(["#/?source=a", "#/?source=a&state=saved&q=fe"]);
		address.back();
		expect([list.tab.value, list.query.value]).toEqual(["all", ""]);
		address.forward();
		expect([list.tab.value, list.query.value]).toEqual(["saved", "fe"]);
	});

	test("of an article keeps the article while its list is filtered", () => {
		const { list, address } = open("#/read/x");
		list.tab.value = "unread";
		expect(address.hash()).toBe("#/read/x?state=unread");
	});

	test("of another room leaves the list as it is, and is left as it is", () => {
		const { list, router, filtering, address } = open("#/?source=a&state=unread");
		router.go({ room: "sources" });
		expect(list.tab.value).toBe("unread");
		expect(filtering.filter.value).toEqual({ source: "a", state: "unread" });
		expect(address.hash()).toBe("#/sources");
	});

	test("a search may be longer than an address", () => {
		const { list, address } = open();
		list.query.value = "é".repeat(1_200);
		expect(list.query.value).toHaveLength(1_200);
		expect(decodeURIComponent(address.hash())).toBe(`#/?q=${"é".repeat(1_000)}`);
	});
});

describe("what a filter leaves", () => {
	test("is the same part until something of it changes", () => {
		const { filtering, router, front, now } = open("#/?source=a&since=day");
		const before = filtering.scope.value;
		router.go({ room: "article", id: "x", filter: { source: "a", since: "day" } });
		front.sources.value = [...front.sources.value];
		now.value += 5 * MINUTE_MS;
		expect(filtering.scope.value).toBe(before);
	});

	test("is told as the same filter when an article of the list is opened", () => {
		const { router, filtering } = open("#/?group=world");
		const before = filtering.filter.value;
		router.go({ room: "article", id: "x", filter: { group: "world" } });
		expect(filtering.filter.value).toBe(before);
		router.go({ room: "article", id: "x", filter: { group: "world", state: "unread" } });
		expect(filtering.filter.value).toEqual({ group: "world", state: "unread" });
	});

	test("begins again at midnight", () => {
		const { filtering, now } = open("#/?since=today");
		now.value = new Date("2026-03-19T00:00").getTime();
		expect(filtering.scope.value).toEqual({ from: now.value });
	});

	test("of a group follows the group", () => {
		const { filtering, front } = open("#/?group=world");
		front.sources.value = [...front.sources.value, source("c", "world")];
		expect(filtering.scope.value).toEqual({ sources: ["a", "b", "c"] });
	});
});

describe("where the list stood", () => {
	test("is told to whoever comes back to an address, and to nobody else", () => {
		const { router, address } = open("#/?state=unread");
		router.keep({ top: { id: "x", above: 7 } });
		router.go({ room: "article", id: "x" });
		expect(router.returned.value).toBeUndefined();
		address.back();
		expect(router.returned.value).toEqual({ top: { id: "x", above: 7 } });
		address.forward();
		expect(router.returned.value).toBeUndefined();
	});

	test("is nowhere where the history holds something else", () => {
		const { window } = fakeWindow();
		window.history.replaceState({ top: "x" }, "", "#/");
		expect(createRouter(window).returned.value).toBeUndefined();
	});
});
