import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FullText } from "@/data/model/full-text";
import { addSource } from "@/data/store/acts";
import { keepFullTexts } from "@/data/store/full-texts";
import { checkAndPublish } from "@/data/store/keep-safe";
import { readArticle } from "@/data/store/read-article";
import { readSetAside } from "@/data/store/safe";
import { emptyStore, feedSource, NOON, stories } from "../support/store";
import { idsOf } from "./filled-world";

vi.mock("wxt/browser", () => import("../support/browser"));

let store: ReturnType<typeof emptyStore>;
beforeEach(async () => {
	vi.spyOn(console, "error").mockImplementation(() => {});
	store = emptyStore();
	await addSource(store, feedSource("a"), stories(1, "a"));
});
afterEach(() => {
	vi.restoreAllMocks();
});

/** Damages what a whole text was before; answers the text as it is now, with its headline's id. */
async function damage(): Promise<FullText> {
	const [id = ""] = await idsOf();
	const now: FullText = { id, source: "a", at: NOON, state: "there", html: "<p>Now." };
	const former = [{ html: "<p>Then.", seenAt: "never" }];
	// It is meant to be misshapen.
	await (await store.archive()).put("fullTexts", { ...now, former } as unknown as FullText);
	return now;
}

describe("a whole text of which only what it was before is damaged", () => {
	it("is read as it is now, and by the next edit kept with that alone", async () => {
		const now = await damage();
		expect((await readArticle(now.id))?.fullText).toEqual(now);
		await keepFullTexts(await store.archive(), [{ ...now, at: NOON + 1, html: "<p>Later." }]);
		expect((await readArticle(now.id))?.fullText).toEqual({
			...{ ...now, at: NOON + 1, html: "<p>Later." },
			former: [{ html: "<p>Now.", seenAt: NOON + 1 }],
		});
	});

	it("stays, and the rest is set aside", async () => {
		const now = await damage();
		await checkAndPublish(store);
		expect(await (await store.archive()).get("fullTexts", now.id)).toEqual(now);
		expect(await readSetAside()).toMatchObject([
			{ where: "fullTexts", place: now.id, what: { former: [{ html: "<p>Then.", seenAt: "never" }] } },
		]);
	});
});
