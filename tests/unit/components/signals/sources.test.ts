import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { createNotes } from "@/components/signals/notes";
import { createSources } from "@/components/signals/sources";
import type { Polls, Source } from "@/data/model/source";
import { failed, fine } from "@/data/model/trouble";
import { readAddress } from "@/data/refresh/address";
import { fakeBackground } from "../support/background";

const example: Source = {
	id: "x",
	kind: "feed",
	title: "Example",
	url: "https://example.com/feed",
	addedAt: 0,
};

function open(answers: Parameters<typeof fakeBackground>[0] = {}, { granted = true } = {}) {
	const background = fakeBackground(answers);
	const asked: string[][] = [];
	const notes = createNotes();
	const front = { sources: signal<Source[]>([example]), polls: signal<Polls>({}) };
	const sources = createSources(front, background.send, notes, {
		readAddress,
		askAccess: async (addresses) => {
			asked.push([...addresses]);
			return granted;
		},
	});
	return { sources, notes, asked, front, told: background.told };
}

describe("adding a source", () => {
	test("asks for the address's host, then adds it and says what came", async () => {
		const { sources, notes, asked, told } = open({
			addSource: fine({ kind: "added", source: example, headlines: 12 }),
		});
		await sources.add("example.com/feed");
		expect(asked).toEqual([["https://example.com/feed"]]);
		expect(told).toEqual([{ command: "addSource", ask: { address: "https://example.com/feed" } }]);
		expect(notes.status.value?.text).toBe("Added Example: 12 headlines.");
	});

	test("without permission asks nothing of the site, and says what to do", async () => {
		const { sources, notes, told } = open({}, { granted: false });
		await sources.add("example.com");
		expect(told).toEqual([]);
		expect(notes.alert.value?.text).toContain("Without your permission example.com can’t be read");
	});

	test("what is no address is said to be none, and nobody is asked", async () => {
		const { sources, notes, asked } = open();
		await sources.add("not an address");
		expect(asked).toEqual([]);
		expect(notes.alert.value?.text).toContain("isn’t a web address");
	});

	test("a site with several feeds lets the user choose", async () => {
		const feeds = [
			{ url: "https://example.com/a", title: "A" },
			{ url: "https://example.com/b", title: "B" },
		];
		const { sources, notes } = open({ addSource: fine({ kind: "choose", feeds }) });
		await sources.add("example.com");
		expect(sources.found.value).toEqual(feeds);
		expect(notes.status.value?.text).toContain("2 feeds");
	});

	test("trouble is said, and what was typed stays", async () => {
		const { sources, notes } = open({ addSource: failed("not-found", { about: "example.com" }) });
		sources.address.value = "example.com";
		await sources.add(sources.address.value);
		expect(notes.alert.value?.text).toContain("not found");
		expect(sources.address.value).toBe("example.com");
		expect(sources.busy.value).toBeNull();
	});
});

test("a removed source can be brought back", async () => {
	const { sources, notes, told } = open({ removeSource: fine(example), restoreSource: fine(example) });
	await sources.remove("x");
	notes.status.value?.action?.act();
	expect(told.map((one) => one.command)).toEqual(["removeSource", "restoreSource"]);
});

test("a file that is too big is not even read", async () => {
	const { sources, notes, told } = open();
	await sources.importFile(new File([new Uint8Array(10_000_001)], "huge.txt"));
	expect(told).toEqual([]);
	expect(notes.alert.value?.text).toContain("too big");
});

test("feeds without access wait for the user's permission, and one click asks for all", async () => {
	const { sources, front, asked } = open({ refresh: fine({ asked: 1, failed: 0, fresh: 3 }) });
	front.polls.value = { x: { nextAt: 0, failures: 1, outcome: "permission-needed" } };
	expect(sources.waiting.value).toEqual([example]);
	await sources.allow(sources.waiting.value);
	expect(asked).toEqual([["https://example.com/feed"]]);
});
