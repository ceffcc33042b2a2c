import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addSource, mark } from "@/data/store/acts";
import type { Archive } from "@/data/store/database";
import { readItems } from "@/data/store/items";
import { checkAndPublish } from "@/data/store/keep-safe";
import { readSaved } from "@/data/store/read-saved";
import { addRule, settleRules } from "@/data/store/rules";
import { readSetAside } from "@/data/store/safe";
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

describe("a headline of which its own record says too little", () => {
	/** Damages fields of a headline that is saved, has been edited, and was read as far as a place. */
	async function damageSaved(
		wrong: Record<string, unknown>,
		andMore: (archive: Archive) => Promise<void> = async () => {},
	) {
		const archive = await store.archive();
		const saved = (await archive.getAll("headlines")).find(({ title }) => title === "Story a0");
		const id = saved?.id ?? "";
		await mark(store, [id], "saved");
		await archive.put("places", { id, at: 1, read: 0.5 });
		// It is meant to be misshapen.
		await archive.put("headlines", { ...saved, ...wrong } as unknown as NonNullable<typeof saved>);
		await andMore(archive);
		await checkAndPublish(store);
		return id;
	}

	it("stays with its text and what was done with it, called by how the text begins", async () => {
		const id = await damageSaved({ title: 7 });
		expect((await readSaved()).map(({ headline }) => [headline.id, headline.title])).toEqual([
			[id, "Text of a0"],
		]);
		expect((await readItems(["ticker"])).ticker.unread).toBe(3);
	});

	it("stays with whom its shelf says that it is of, as when it was published", async () => {
		const { headlines } = await readItems(["headlines"]);
		const id = await damageSaved({ source: null, publishedAt: "noon" });
		const before = headlines.find((headline) => headline.id === id);
		expect((await readItems(["headlines"])).headlines.find((headline) => headline.id === id)).toEqual(before);
	});

	it("goes with all that belongs to it where nobody knows whose it is, once its text is set aside", async () => {
		const id = await damageSaved({ source: null, kind: 7 }, async (archive) =>
			archive.delete("shelves", "a"),
		);
		const archive = await store.archive();
		const [headline, article] = await Promise.all([
			archive.get("headlines", id),
			archive.get("articles", id),
		]);
		expect([headline, article, await archive.getAll("places")]).toEqual([undefined, undefined, []]);
		const aside = (await readSetAside()).filter(({ place }) => place === id);
		expect(aside.map(({ where }) => where).sort()).toEqual(["articles", "headlines"]);
	});
});
