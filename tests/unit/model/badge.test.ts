import { describe, expect, it } from "vitest";
import { badgeOf } from "../../../data/model/badge";
import { BADGES } from "../../../data/model/settings";

const counts = { unread: 1234, fresh: 3, watched: 1 };
const nothing = { unread: 0, fresh: 0, watched: 0 };

describe("the badge", () => {
	it("counts what the user wants counted, and the tooltip says it in words", () => {
		expect(BADGES.map((badge) => badgeOf(counts, badge))).toEqual([
			{ text: "999+", title: "Headline Ticker: 1,234 unread headlines" },
			{ text: "3", title: "Headline Ticker: 3 new headlines since you last looked" },
			{ text: "1", title: "Headline Ticker: 1 unread watched headline" },
			{ text: "", title: "Headline Ticker: 1,234 unread headlines" },
		]);
	});

	it("is empty where there is nothing to count, and says so", () => {
		expect(BADGES.map((badge) => badgeOf(nothing, badge))).toEqual([
			{ text: "", title: "Headline Ticker: nothing unread" },
			{ text: "", title: "Headline Ticker: nothing new" },
			{ text: "", title: "Headline Ticker: nothing watched is unread" },
			{ text: "", title: "Headline Ticker: nothing unread" },
		]);
	});

	it("has room for 999, and for more only says that there are more", () => {
		const text = (unread: number) => badgeOf({ ...nothing, unread }, "unread").text;
		expect([1, 999, 1000, 50_000].map(text)).toEqual(["1", "999", "999+", "999+"]);
	});
});
