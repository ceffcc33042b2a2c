import { expect, test } from "vitest";
import { titleOfPage } from "@/components/options/title-of-page";
import type { Opened } from "@/components/signals/opened-article";
import type { Route } from "@/components/signals/route";
import type { Source } from "@/data/model/source";

const SOURCES: Source[] = [{ id: "h", kind: "feed", title: "Harbour Post", addedAt: 0 }];
const NONE: Opened = { state: "none" };
const FERRY: Opened = {
	state: "open",
	kept: {
		headline: { id: "a", title: "Ferry returns", source: "h", publishedAt: 0, kind: "bare" },
		mark: {},
		revisions: [],
	},
};

test.each<[Route, Opened, string | undefined]>([
	[{ room: "headlines" }, NONE, "Headlines – Headline Ticker"],
	[{ room: "headlines", filter: { source: "h" } }, NONE, "Harbour Post – Headline Ticker"],
	[{ room: "headlines", filter: { source: "gone" } }, NONE, "Headlines – Headline Ticker"],
	[{ room: "headlines", filter: { group: "World" } }, NONE, "World – Headline Ticker"],
	[{ room: "article", id: "a" }, FERRY, "Ferry returns"],
	[{ room: "article", id: "a" }, { state: "loading" }, undefined],
	[{ room: "article", id: "a" }, { state: "missing" }, "Headlines – Headline Ticker"],
	[{ room: "settings" }, NONE, "Settings – Headline Ticker"],
])("the window of %j is called as it should be", (route, opened, title) => {
	expect(titleOfPage(route, opened, SOURCES)).toBe(title);
});
