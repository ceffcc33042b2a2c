import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { createNotes } from "@/components/signals/notes";
import { createSources } from "@/components/signals/sources";
import { createWork } from "@/components/signals/work";
import { addressesToRead } from "@/data/formats/known-sites/known-sites";
import { HOUR_MS } from "@/data/model/durations";
import type { Headline } from "@/data/model/headline";
import type { Polls, Source } from "@/data/model/source";
import { fine, type Outcome } from "@/data/model/trouble";
import { readAddress } from "@/data/refresh/address";
import type { Activity } from "@/data/store/read-activity";
import { fakeBackground } from "../support/background";

const feed = (id: string, title: string): Source => ({
	id,
	kind: "feed",
	title,
	url: `https://${id}.example/feed`,
	addedAt: 0,
});
const harbour = feed("harbour", "Harbour News");
const valley = feed("valley", "Valley Post");

/** What the form of a source holds that nobody has touched. */
const untouched = {
	title: harbour.title,
	address: harbour.url ?? "",
	group: "",
	fullText: false,
	retention: {},
};

const busy: Activity = { days: [0, 0, 0, 0, 0, 4, 5], kept: 9, saved: 3 };

function open(answers: Record<string, Outcome<unknown>> = {}, { granted = true } = {}) {
	const background = fakeBackground(answers);
	const asked: string[][] = [];
	const notes = createNotes();
	const front = {
		headlines: signal<Headline[]>([]),
		sources: signal<Source[]>([harbour, valley]),
		polls: signal<Polls>({}),
	};
	const sources = createSources({
		front,
		send: background.send,
		notes,
		work: createWork(notes),
		access: {
			readAddress,
			addressesToRead,
			askAccess: async (addresses) => {
				asked.push([...addresses]);
				return granted;
			},
		},
		readActivity: async () => ({ valley: busy }),
		readPolls: async () => front.polls.value,
		isShown: signal(true),
		clock: () => 0,
	});
	return { sources, notes, asked, front, told: background.told };
}

const titles = ({ sources }: ReturnType<typeof open>) =>
	sources.entries.value.map((entry) => entry.source.title);

test("sources are found by their title, group and address, however accents are typed", () => {
	const { sources, front } = open();
	front.sources.value = [harbour, { ...valley, title: "Vallée Post", group: "Far away" }];
	const found = (query: string) => {
		sources.query.value = query;
		return sources.found.value.map(({ source }) => source.id);
	};
	expect(found("")).toEqual(["harbour", "valley"]);
	expect(found("vallee")).toEqual(["valley"]);
	expect(found("away far")).toEqual(["valley"]);
	expect(found("harbour.example")).toEqual(["harbour"]);
	expect(found("harbour far")).toEqual([]);
});

test("each feed of a host that has asked to be left alone through one of them waits until then", () => {
	const { sources, front } = open();
	const sports: Source = { ...harbour, id: "sports", title: "Harbour Sports" };
	front.sources.value = [harbour, sports, valley];
	front.polls.value = { harbour: { nextAt: 0, failures: 1, outcome: "too-busy", waitUntil: HOUR_MS } };
	const waits = sources.entries.value.map(({ source, waitsUntil }) => [source.id, waitsUntil]);
	expect(Object.fromEntries(waits)).toEqual({ harbour: HOUR_MS, sports: HOUR_MS, valley: undefined });
});

describe("the order of the sources", () => {
	test("those in trouble stand first", () => {
		const opened = open();
		expect(titles(opened)).toEqual(["Harbour News", "Valley Post"]);
		opened.front.polls.value = { valley: { nextAt: 0, failures: 3, outcome: "not-found" } };
		expect(titles(opened)).toEqual(["Valley Post", "Harbour News"]);
	});

	test("by name no trouble and no activity counts", () => {
		const opened = open();
		opened.sources.order.value = "name";
		opened.front.polls.value = { valley: { nextAt: 0, failures: 3, outcome: "not-found" } };
		expect(titles(opened)).toEqual(["Harbour News", "Valley Post"]);
	});

	test("by activity the busiest stand first", async () => {
		const opened = open();
		opened.sources.order.value = "activity";
		await vi.waitFor(() => expect(titles(opened)).toEqual(["Valley Post", "Harbour News"]));
	});
});

test("a source is removed with a word that its saved articles stay", async () => {
	const { sources, notes, told } = open({ removeSource: fine(valley) });
	await sources.remove(valley);
	expect(notes.status.value?.text).toBe("Valley Post was removed. 3 saved articles stay.");
	await sources.remove(harbour);
	expect(notes.status.value?.text).toBe("Harbour News was removed.");
	expect(told.map(({ ask }) => ask)).toEqual([{ id: "valley" }, { id: "harbour" }]);
});

test("a removed source can be brought back", async () => {
	const { sources, notes, told } = open({ removeSource: fine(harbour), restoreSource: fine(harbour) });
	await sources.remove(harbour);
	notes.status.value?.action?.act();
	expect(told.map((one) => one.command)).toEqual(["removeSource", "restoreSource"]);
});

test("feeds without access wait for the user's permission, and one click asks for all", async () => {
	const { sources, front, asked } = open({ refresh: fine({ asked: 2, failed: 0, fresh: 3 }) });
	const waits = { nextAt: 0, failures: 1, outcome: "permission-needed" } as const;
	front.polls.value = { harbour: waits, valley: waits };
	await sources.allow(sources.waiting.value);
	expect(asked).toEqual([["https://harbour.example/feed", "https://valley.example/feed"]]);
});

test("who refuses access is told what can’t be read, and to try what they did again", async () => {
	const { sources, notes } = open({}, { granted: false });
	const says = (what: string) =>
		`Without your permission ${what} can’t be read. Try again to be asked once more.`;
	await sources.allow([harbour]);
	expect(notes.alert.value?.text).toBe(says("harbour.example"));
	await sources.allow([harbour, { ...harbour, id: "sports" }]);
	expect(notes.alert.value?.text).toBe(says("harbour.example"));
	await sources.allow([harbour, valley]);
	expect(notes.alert.value?.text).toBe(says("these sites"));
	const change = { title: valley.title, address: "https://elsewhere.example/feed", fullText: false };
	await sources.edit(valley, { ...change, group: "", retention: {} });
	expect(notes.alert.value?.text).toBe(says("elsewhere.example"));
});

describe("editing a source", () => {
	test("a new title asks nobody for anything", async () => {
		const { sources, asked, told, notes } = open({ editSource: fine(harbour) });
		await sources.edit(harbour, { ...untouched, title: " The Harbour " });
		expect(asked).toEqual([]);
		expect(told).toEqual([{ command: "editSource", ask: { id: "harbour", title: "The Harbour" } }]);
		expect(notes.status.value?.text).toBe("Saved.");
	});

	test("a title that nobody touched is left alone, be it longer than one may be given", async () => {
		const { sources, told, notes } = open({ editSource: fine(harbour) });
		const long = { ...harbour, title: "Harbour ".repeat(100) };
		await sources.edit(long, { ...untouched, title: long.title, retention: { days: 30 } });
		expect(told).toEqual([{ command: "editSource", ask: { id: "harbour", retention: { days: 30 } } }]);
		expect(notes.status.value?.text).toBe("Saved.");
	});

	test("a new address is asked for first", async () => {
		const { sources, asked, told } = open({}, { granted: false });
		await sources.edit(harbour, { ...untouched, address: "elsewhere.example/feed" });
		expect(asked).toEqual([["https://elsewhere.example/feed"]]);
		expect(told).toEqual([]);
	});

	test("a new address is saved, and asked at once for what is there", async () => {
		const moved = { ...harbour, url: "https://elsewhere.example/" };
		const { sources, told, notes, front } = open({
			editSource: fine(moved),
			refresh: fine({ asked: 1, failed: 1, fresh: 0 }),
		});
		sources.editing.value = "harbour";
		front.polls.value = { harbour: { nextAt: 0, failures: 1, outcome: "page-instead" } };
		await sources.edit(harbour, { ...untouched, address: "elsewhere.example" });
		expect(told).toEqual([
			{ command: "editSource", ask: { id: "harbour", url: "https://elsewhere.example/" } },
			{ command: "refresh", ask: { sources: ["harbour"] } },
		]);
		expect(sources.editing.value).toBeNull();
		expect(notes.alert.value?.text).toMatch(/^elsewhere\.example sent a web page in place of the feed\./);
	});

	test("a new address of a paused source is saved, and not asked", async () => {
		const paused: Source = { ...harbour, paused: true };
		const { sources, told, notes } = open({ editSource: fine(paused) });
		await sources.edit(paused, { ...untouched, address: "elsewhere.example" });
		expect(told.map(({ command }) => command)).toEqual(["editSource"]);
		expect(notes.status.value?.text).toBe("Saved.");
	});

	test("reading its pages in full asks for the hosts of its newest headlines, each once", async () => {
		const { sources, front, asked, told } = open({ editSource: fine(harbour) });
		const page = (id: string, url: string, source = "harbour"): Headline => ({
			id,
			title: id,
			source,
			publishedAt: 0,
			kind: "bare",
			url,
		});
		front.headlines.value = [
			page("a", "https://www.harbour.example/a"),
			page("b", "https://www.harbour.example/b"),
			page("c", "https://blog.example/c"),
			page("d", "https://valley.example/d", "valley"),
		];
		await sources.edit(harbour, { ...untouched, fullText: true });
		expect(asked).toEqual([["https://www.harbour.example/b", "https://blog.example/c"]]);
		expect(told[0]?.ask).toEqual({ id: "harbour", fullText: true });
	});

	test("how long it is kept can be its own, and as the others again", async () => {
		const { sources, told } = open({ editSource: fine(harbour) });
		await sources.edit(harbour, { ...untouched, retention: { days: 30 } });
		await sources.edit({ ...harbour, retention: { days: 30 } }, { ...untouched, retention: { days: 30 } });
		await sources.edit({ ...harbour, retention: { days: 30 } }, untouched);
		expect(told.map(({ ask }) => ask)).toEqual([
			{ id: "harbour", retention: { days: 30 } },
			{ id: "harbour" },
			{ id: "harbour", retention: null },
		]);
	});

	test("it is put into a group, be it a digest, and out of all again", async () => {
		const { sources, told } = open({ editSource: fine(harbour) });
		const { url: _, ...digest }: Source = { ...harbour, kind: "digest" };
		await sources.edit(harbour, { ...untouched, group: " Coast " });
		await sources.edit(digest, { ...untouched, address: "", group: "Coast" });
		await sources.edit({ ...harbour, group: "Coast" }, { ...untouched, group: "Coast" });
		await sources.edit({ ...harbour, group: "Coast" }, { ...untouched, group: " " });
		expect(told.map(({ ask }) => ask)).toEqual([
			{ id: "harbour", group: "Coast" },
			{ id: "harbour", group: "Coast" },
			{ id: "harbour" },
			{ id: "harbour", group: null },
		]);
	});

	test("the groups to choose from are those that have a source, each once, by name", () => {
		const { sources, front } = open();
		front.sources.value = ["Part 10", "Part 9", "", "Part 10"].map((group) => ({ ...harbour, group }));
		expect(sources.groups.value).toEqual(["Part 9", "Part 10"]);
		front.sources.value = [harbour, { ...valley, group: "Part 9" }];
		expect(sources.groups.value).toEqual(["Part 9"]);
	});

	test("what is no address is said to be none, and editing goes on", async () => {
		const { sources, notes } = open();
		sources.editing.value = "harbour";
		await sources.edit(harbour, { ...untouched, address: "no address" });
		expect(notes.alert.value?.text).toContain("isn’t a web address");
		expect(sources.editing.value).toBe("harbour");
	});
});

test("pausing and going on is said", async () => {
	const { sources, notes, told } = open({ pauseSource: fine(harbour) });
	await sources.setPaused(harbour, true);
	expect(told).toEqual([{ command: "pauseSource", ask: { id: "harbour", paused: true } }]);
	expect(notes.status.value?.text).toBe("Harbour News is paused.");
});

describe("a feed that is not asked", () => {
	const nobody = { refresh: fine({ asked: 0, failed: 0, fresh: 0 }) };

	test("because it just was, is said so", async () => {
		const { sources, notes } = open(nobody);
		await sources.refresh(harbour);
		expect(notes.status.value?.text).toBe("Asked less than a minute ago.");
	});

	test("because its host wants to be left alone, is said so with the time", async () => {
		const { sources, notes, front } = open(nobody);
		front.polls.value = { harbour: { nextAt: 0, failures: 1, outcome: "too-busy", waitUntil: HOUR_MS } };
		await sources.refresh(harbour);
		expect(notes.status.value?.text).toMatch(/^Not asked\. It asked us to wait until \d\d:\d\d\.$/);
	});
	test("because another feed of its host was told to wait, is said so", async () => {
		const { sources, notes, front } = open(nobody);
		const beside = { ...valley, url: "https://harbour.example/other" };
		front.sources.value = [harbour, beside];
		front.polls.value = { harbour: { nextAt: 0, failures: 1, outcome: "too-busy", waitUntil: HOUR_MS } };
		await sources.refresh(beside);
		expect(notes.status.value?.text).toMatch(/^Not asked\. It asked us to wait/);
	});

	test("to its end, because that was stopped, is said to be stopped", async () => {
		const { sources, notes } = open({ refresh: fine({ asked: 0, failed: 0, fresh: 0, stopped: 1 }) });
		await sources.refresh(harbour);
		expect(notes.status.value?.text).toBe("Stopped before Harbour News had answered.");
		await sources.allow([harbour, valley]);
		expect(notes.status.value?.text).toBe("Stopped after 0 of 1 source. Nothing new.");
	});
});

describe("a feed that is asked and fails", () => {
	test("is told of with what is the matter", async () => {
		const { sources, notes, front } = open({ refresh: fine({ asked: 1, failed: 1, fresh: 0 }) });
		front.polls.value = { harbour: { nextAt: 0, failures: 1, outcome: "server-failed", status: 503 } };
		await sources.refresh(harbour);
		expect(notes.alert.value?.text).toBe(
			"harbour.example has a fault of its own (503). It is tried again later.",
		);
		await sources.refresh(valley);
		expect(notes.alert.value?.text).toBe("Valley Post couldn’t be read.");
	});

	test("is counted among others", async () => {
		const { sources, notes } = open({ refresh: fine({ asked: 2, failed: 1, fresh: 0 }) });
		await sources.allow([harbour, valley]);
		expect(notes.alert.value?.text).toBe("1 of 2 sources couldn’t be read.");
	});
});
