import { expect, test } from "vitest";
import { sayMatter, sayPoll } from "@/components/sources/poll-words";
import type { Poll, Source } from "@/data/model/source";

const post: Source = { id: "p", kind: "feed", title: "Post", url: "https://post.example/feed", addedAt: 0 };

test("a followed feed that fails is said to be tried again by itself", () => {
	const poll: Poll = { nextAt: 1, failures: 1, outcome: "server-failed", status: 503 };
	expect(sayMatter(post, poll, 0)).toBe(
		"post.example has a fault of its own (503). It is tried again later.",
	);
});

test("a feed whose host has asked to be left alone is said to be asked next after that", () => {
	const poll: Poll = { nextAt: 1_000, failures: 0, outcome: "fresh" };
	const noon = new Date(2026, 6, 24, 12).getTime();
	const sayNext = (waitsUntil?: number) => sayPoll({ source: post, poll, waitsUntil }, noon, true);
	expect(sayNext(noon + 3_600_000)).toBe("Never read, next at 13:00");
	expect(sayNext(noon)).toBe("Never read, next very soon");
	expect(sayNext()).toBe("Never read, next very soon");
});

test("a feed that waits for permission isn’t said to be asked before it has that", () => {
	const poll: Poll = { nextAt: 3_600_000, failures: 1, outcome: "permission-needed" };
	expect(sayPoll({ source: post, poll, waitsUntil: undefined }, 0, true)).toBe(
		"Never read, next when you allow it",
	);
});
