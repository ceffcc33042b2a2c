import { describe, expect, it, vi } from "vitest";
import { act } from "../../../data/store/act";
import { mark } from "../../../data/store/acts";
import { countRun } from "../../../data/store/counts";
import { readItems } from "../../../data/store/items";
import { checkAndPublish } from "../../../data/store/keep-safe";
import { countChange } from "../../../data/store/revision";
import { addRule, settleRules } from "../../../data/store/rules";
import { marksOn, toShelf } from "../../../data/store/shelf";
import { marksIn } from "../support/store";
import { followingTwo } from "./two-sources";

vi.mock("wxt/browser", () => import("../support/browser"));

const store = followingTwo();

describe("a headline whose source can't be read", () => {
	it("keeps no other from being judged or marked, and all counts stay true", async () => {
		const archive = await store().archive();
		const [one, ...others] = await archive.getAll("headlines");
		// That it has none is what this is about.
		await archive.put("headlines", { ...one, source: undefined } as never);
		await addRule(store(), { act: "mute", match: { kind: "words", text: "story" }, where: "title" });
		await settleRules(store());
		const muted = (await marksIn(archive)).filter((mark) => mark.muted);
		expect(muted.map(({ id }) => id)).toEqual(others.map(({ id }) => id).sort());
		expect((await readItems(["ticker"])).ticker.unread).toBe((await countRun(archive)).unread);
		const ids = [one?.id ?? "", ...others.map(({ id }) => id)];
		expect((await mark(store(), ids, "saved")).length).toBeGreaterThan(0);
	});
});

describe("a shelf that doesn't say what is kept", () => {
	it("is marked on, and the counts are what is on it", async () => {
		const archive = await store().archive();
		const [shelf] = await archive.getAll("shelves");
		if (!shelf) throw new Error("A source was to be followed.");
		const [gone, waits, ...others] = marksOn(shelf).values();
		if (!gone || !waits) throw new Error("It was to have headlines.");
		await archive.put("shelves", toShelf(shelf.source, [{ ...waits, waits: true }, ...others]));
		await countChange(archive.transaction("meta", "readwrite").store);
		await act(store(), async () => {});
		for (const what of ["unread", "read", "unread"] as const) {
			await mark(store(), [gone.id, waits.id, ...others.map(({ id }) => id)], what);
			const { unread, fresh, watched } = (await readItems(["ticker"])).ticker;
			expect({ unread, fresh, watched }).toEqual(await countRun(archive));
		}
	});

	it("is brought to what is, when the archive is looked through", async () => {
		const archive = await store().archive();
		const before = await archive.getAll("shelves");
		const { ticker } = await readItems(["ticker"]);
		const [one, two] = before;
		if (!one || !two) throw new Error("Two sources were to be followed.");
		const without = [...marksOn(one).values()].slice(1);
		const strange = { id: "gone", source: two.source };
		await archive.put("shelves", toShelf(one.source, without));
		await archive.put(
			"shelves",
			toShelf(two.source, [...marksOn(two).values(), strange, { ...strange, id: "waiting", saved: 5 }]),
		);
		expect(await checkAndPublish(store())).toBe(0);
		const unread = async () => (await readItems(["ticker"])).ticker.unread;
		const isRead = marksOn(one).get(one.ids[0] ?? "")?.read !== undefined;
		expect(await unread()).toBe(ticker.unread + (isRead ? 1 : 0));
		const marks = new Map((await archive.getAll("shelves")).flatMap((shelf) => [...marksOn(shelf)]));
		expect(marks.has("gone")).toBe(false);
		expect(marks.get("waiting")).toMatchObject({ saved: 5, waits: true });
		expect([...marks.keys()].filter((id) => id !== "waiting").sort()).toEqual(
			before.flatMap(({ ids }) => ids).sort(),
		);
	});
});
