import { beforeEach, describe, expect, it, vi } from "vitest";
import { editSource } from "../../../data/refresh/edit-source";
import { addSource, addSources } from "../../../data/store/acts";
import { readItems, writeItems } from "../../../data/store/items";
import { noteChanges } from "../../../data/store/membership";
import { setUp } from "../../../data/store/set-up";
import { feedSource, NOON, reopened, story } from "../support/store";
import { emptyWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

let world: ReturnType<typeof emptyWorld>;
const before = feedSource("a", { url: "https://one.example/feed", group: "News" });
const learnt = { nextAt: NOON, failures: 0, etag: '"old"', bodyHash: "h" };

beforeEach(async () => {
	world = emptyWorld();
	await addSource(world, before, [story("kept")]);
	await writeItems({ polls: { a: learnt } });
});

const stored = () => readItems(["sources", "polls", "ticker", "headlines"]);

describe("editing a source", () => {
	it("gives it another title, on the ticker too, and leaves what polling has learnt", async () => {
		expect(await editSource("a", { title: "  My\n paper " }, world)).toEqual({
			ok: true,
			value: { ...before, title: "My paper" },
		});
		const { sources, polls, ticker } = await stored();
		expect(sources).toEqual([{ ...before, title: "My paper" }]);
		expect(polls).toEqual({ a: learnt });
		expect(ticker.headlines[0]?.sourceTitle).toBe("My paper");
	});

	it("keeps the title where the new one is blank", async () => {
		expect(await editSource("a", { title: " \n" }, world)).toEqual({ ok: true, value: before });
	});

	it("puts it into another group, and out of all", async () => {
		await editSource("a", { group: " Sea \t /  Ports\n" }, world);
		expect((await stored()).sources).toEqual([{ ...before, group: "Sea / Ports" }]);
		const { group: _, ...loose } = before;
		await editSource("a", { group: null }, world);
		expect((await stored()).sources).toEqual([loose]);
	});

	it("takes a blank group for none, and leaves the group as it is where none is given", async () => {
		await editSource("a", { title: "My paper" }, world);
		expect((await stored()).sources[0]?.group).toBe("News");
		await editSource("a", { group: " \n" }, world);
		expect((await stored()).sources[0]).not.toHaveProperty("group");
	});

	it("gives a digest a group", async () => {
		const { url: _, ...digest } = feedSource("d", { kind: "digest" });
		await addSources(world, [digest]);
		await editSource("d", { group: "Papers" }, world);
		expect((await stored()).sources.at(-1)).toEqual({ ...digest, group: "Papers" });
	});

	it("gives it another address, under which it is the same source with nothing learnt yet", async () => {
		const edited = await editSource("a", { url: "two.example/rss#top" }, world);
		expect(edited).toEqual({ ok: true, value: { ...before, url: "https://two.example/rss" } });
		const { polls, headlines } = await stored();
		expect(polls).toEqual({});
		expect(headlines).toMatchObject([{ source: "a" }]);
	});

	it("leaves all as it was where the address stays the same", async () => {
		await editSource("a", { url: "https://one.example/feed" }, world);
		expect((await stored()).polls).toEqual({ a: learnt });
	});

	it.each([
		["is none", "not an address", {}, "not-an-address"],
		["is followed already", "https://known.example/", {}, "known-already"],
		["may not be read", "https://two.example/", { hasAccess: async () => false }, "permission-needed"],
	])("changes nothing where the new address %s", async (_, url, more, code) => {
		await addSources(world, [feedSource("b", { url: "https://known.example/" })]);
		const all = await stored();
		expect(await editSource("a", { title: "New", url }, { ...world, ...more })).toMatchObject({
			ok: false,
			trouble: { code },
		});
		expect(await stored()).toEqual(all);
	});

	it("gives a digest no address", async () => {
		const { url: _, ...digest } = feedSource("d", { kind: "digest" });
		await addSources(world, [digest]);
		expect(await editSource("d", { url: "https://two.example/" }, world)).toMatchObject({
			trouble: { code: "not-an-address" },
		});
	});

	it("of one that isn't there is told so", async () => {
		expect(await editSource("none", { title: "New" }, world)).toMatchObject({
			trouble: { code: "unknown-source" },
		});
	});

	it("is finished at the next start where the background was stopped half-way", async () => {
		const changed = { ...before, title: "New", url: "https://two.example/" };
		await noteChanges(await world.archive(), [changed]);
		const next = reopened(world.clock);
		await setUp(next, () => Promise.reject(new Error("There is no need of a seed.")));
		const { sources, polls, ticker } = await stored();
		expect(sources).toEqual([changed]);
		expect(polls).toEqual({});
		expect(ticker.headlines[0]?.sourceTitle).toBe("New");
	});
});
