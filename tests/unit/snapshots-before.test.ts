import { beforeEach, expect, it, vi } from "vitest";
import { type Background, createBackground } from "../../data/background";
import { addSource, mark } from "../../data/store/acts";
import { bringBack } from "../../data/store/bring-back";
import { readItems } from "../../data/store/items";
import { readSnapshots } from "../../data/store/safe";
import { feedSource, stories } from "./support/store";
import { emptyWorld } from "./support/world";

vi.mock("wxt/browser", () => import("./support/browser"));

const opml = (url: string) => ({
	name: "feeds.opml",
	text: `<opml version="2.0"><body><outline type="rss" text="Listed" xmlUrl="${url}"/></body></opml>`,
});

let world: ReturnType<typeof emptyWorld>;
let handlers: Background["handlers"];
beforeEach(async () => {
	world = emptyWorld({ hasAccess: async () => false, isOnline: () => false });
	await addSource(world, feedSource("a", { url: "http://a.example/feed" }), stories(3, "a"));
	const background = createBackground(world);
	await background.start();
	handlers = background.handlers;
	await mark(world, [(await readItems(["headlines"])).headlines[0]?.id ?? ""], "saved");
	// What is due daily is taken by then.
	await background.wake();
	world.clock.now += 1;
});

const chosen = async () => readItems(["sources", "settings", "marks"]);

type Act = (handlers: Background["handlers"]) => Promise<unknown>;
const CHANGES: [what: string, why: string, act: Act][] = [
	[
		"a digest is imported",
		"import",
		({ importFile }) => importFile({ name: "d.txt", text: "-\nOne\nText.\n" }),
	],
	["a list of feeds is imported", "import", ({ importFile }) => importFile(opml("http://b.example/feed"))],
	["a source is removed", "removal", ({ removeSource }) => removeSource({ id: "a" })],
	["less is kept", "removal", ({ changeSettings }) => changeSettings({ retention: { days: 90 } })],
	["fewer are kept", "removal", ({ changeSettings }) => changeSettings({ retention: { perSource: 500 } })],
	[
		"less is kept of a source",
		"removal",
		({ editSource }) => editSource({ id: "a", retention: { days: 7 } }),
	],
];

it.each(CHANGES)("a snapshot is taken before %s, and brings back what was chosen", async (_, why, act) => {
	const taken = await readSnapshots();
	const before = await chosen();
	await act(handlers);
	expect(await chosen()).not.toEqual(before);
	const [last, ...others] = await readSnapshots();
	expect(last).toMatchObject({ why, sources: 1, saved: 1 });
	expect(others).toEqual(taken);
	world.clock.now += 1;
	await bringBack(world, last?.id ?? -1);
	expect(await chosen()).toEqual(before);
});

it.each<[string, Act]>([
	["more is kept", ({ changeSettings }) => changeSettings({ retention: { days: 0 } })],
	["more is kept of a source", ({ editSource }) => editSource({ id: "a", retention: { perSource: 0 } })],
	["something else is set", ({ changeSettings }) => changeSettings({ theme: "dark" })],
	["a list has nothing new", ({ importFile }) => importFile(opml("http://a.example/feed"))],
])("none is taken where %s", async (_, act) => {
	const taken = await readSnapshots();
	expect(await act(handlers)).toMatchObject({ ok: true });
	expect(await readSnapshots()).toEqual(taken);
});
