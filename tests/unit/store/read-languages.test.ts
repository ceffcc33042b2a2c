import { expect, test, vi } from "vitest";
import { addSource } from "../../../data/store/acts";
import { readLanguages } from "../../../data/store/read-languages";
import { emptyStore, feedSource, story } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

test("the languages that headlines declare are read, and those that declare none have none", async () => {
	const store = emptyStore();
	await addSource(store, feedSource("feed"), [story("a", { language: "nb-NO" }), story("b")]);
	const kept = await (await store.archive()).getAll("headlines");
	const idOf = (title: string) => kept.find((headline) => headline.title === title)?.id ?? "";
	expect(await readLanguages([idOf("Story a"), idOf("Story b"), "unknown"])).toEqual(
		new Map([[idOf("Story a"), "nb-NO"]]),
	);
});
