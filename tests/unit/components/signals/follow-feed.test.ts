import { describe, expect, test } from "vitest";
import { createFollowFeed } from "@/components/signals/follow-feed";
import { createNotes } from "@/components/signals/notes";
import { createWork } from "@/components/signals/work";
import { addressesToRead } from "@/data/formats/known-sites/known-sites";
import type { Source } from "@/data/model/source";
import { failed, fine, type Outcome } from "@/data/model/trouble";
import { readAddress } from "@/data/refresh/address";
import { fakeBackground } from "../support/background";

const example: Source = {
	id: "x",
	kind: "feed",
	title: "Example",
	url: "https://example.com/feed",
	addedAt: 0,
};
const feeds = [
	{ url: "https://example.com/a", title: "A" },
	{ url: "https://example.com/b", title: "B" },
];

function open(answers: Record<string, Outcome<unknown>> = {}, { granted = true } = {}) {
	const background = fakeBackground(answers);
	const asked: string[][] = [];
	const notes = createNotes();
	const work = createWork(notes);
	const following = createFollowFeed(background.send, notes, work, {
		readAddress,
		addressesToRead,
		askAccess: async (addresses) => {
			asked.push([...addresses]);
			return granted;
		},
	});
	return { following, notes, work, asked, told: background.told };
}

describe("adding a source", () => {
	test("asks for the address's host, then adds it and says what came", async () => {
		const { following, notes, asked, told } = open({
			addSource: fine({ kind: "added", source: example, headlines: 12 }),
		});
		await following.add("example.com/feed");
		expect(asked).toEqual([["https://example.com/feed"]]);
		expect(told).toEqual([{ command: "addSource", ask: { address: "https://example.com/feed" } }]);
		expect(notes.status.value?.text).toBe("Added Example: 12 headlines.");
	});

	test("on a site with a rule asks for the feed's host at once, and for no other", async () => {
		const { following, asked } = open({ addSource: fine({ kind: "added", source: example, headlines: 1 }) });
		await following.add("https://www.reddit.com/r/worldnews/");
		expect(asked.map((addresses) => addresses.map((address) => new URL(address).hostname))).toEqual([
			["www.reddit.com"],
		]);
	});

	test("without permission asks nothing of the site, and says what to do", async () => {
		const { following, notes, told } = open({}, { granted: false });
		await following.add("example.com");
		expect(told).toEqual([]);
		expect(notes.alert.value?.text).toContain("Without your permission example.com can’t be read");
	});

	test("what is no address is said to be none, and nobody is asked", async () => {
		const { following, notes, asked } = open();
		await following.add("not an address");
		expect(asked).toEqual([]);
		expect(notes.alert.value?.text).toContain("isn’t a web address");
	});

	test("a site with several feeds lets the user choose, and then choose another", async () => {
		const { following, notes } = open({ addSource: fine({ kind: "choose", feeds }) });
		await following.add("example.com");
		expect(following.found.value).toEqual(feeds);
		expect(notes.status.value?.text).toContain("2 feeds");
	});

	test("trouble is said, and what was typed stays", async () => {
		const { following, notes, work } = open({ addSource: failed("not-found", { about: "example.com" }) });
		following.address.value = "example.com";
		await following.add(following.address.value);
		expect(notes.alert.value?.text).toContain("not found");
		expect(following.address.value).toBe("example.com");
		expect(work.busy.value).toBeNull();
	});
});

test("a preview shows what there is, and adds nothing", async () => {
	const { following, told } = open({ findFeeds: fine({ kind: "found", feeds }) });
	await following.preview("example.com");
	expect(following.found.value).toEqual(feeds);
	expect(told.map((one) => one.command)).toEqual(["findFeeds"]);
});
