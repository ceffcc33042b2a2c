import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addSource } from "@/data/store/acts";
import { readItems } from "@/data/store/items";
import { checkAndPublish } from "@/data/store/keep-safe";
import { addRule, settleRules } from "@/data/store/rules";
import { emptyStore, feedSource, stories } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

let store: ReturnType<typeof emptyStore>;
beforeEach(async () => {
	vi.spyOn(console, "error").mockImplementation(() => {});
	store = emptyStore();
	await addSource(store, feedSource("a"), stories(4, "a"));
	await addRule(store, { act: "mute", match: { kind: "words", text: "Story a1" }, where: "title" });
	await settleRules(store);
});
afterEach(() => {
	vi.restoreAllMocks();
});

/** Damages what the archive finds the muted headline by, and its verdict where that is given. */
async function damage(verdict: Record<string, unknown> = {}) {
	const archive = await store.archive();
	const muted = (await archive.getAll("headlines")).find(({ mutedBy }) => mutedBy);
	// It is meant to be misshapen.
	await archive.put("headlines", { ...muted, age: null, ...verdict } as unknown as NonNullable<typeof muted>);
	await checkAndPublish(store);
	expect(await archive.count("headlines")).toBe(4);
}

const titles = async () => (await readItems(["headlines"])).headlines.map(({ title }) => title);

describe("a damaged headline that is put right", () => {
	it("is as muted as it was", async () => {
		await damage();
		expect(await titles()).not.toContain("Story a1");
		expect((await readItems(["ticker"])).ticker.unread).toBe(3);
	});

	it("is judged anew where what the rules said of it is lost", async () => {
		await damage({ mutedBy: "nonsense" });
		await settleRules(store);
		expect(await titles()).not.toContain("Story a1");
		expect((await readItems(["ticker"])).ticker.unread).toBe(3);
	});
});
