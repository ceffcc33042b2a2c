import { expect, test } from "vitest";
import { sayMatter } from "@/components/sources/poll-words";
import type { Poll, Source } from "@/data/model/source";

const post: Source = { id: "p", kind: "feed", title: "Post", url: "https://post.example/feed", addedAt: 0 };

test("a followed feed that fails is said to be tried again by itself", () => {
	const poll: Poll = { nextAt: 1, failures: 1, outcome: "server-failed", status: 503 };
	expect(sayMatter(post, poll, 0)).toBe(
		"post.example has a fault of its own (503). It is tried again later.",
	);
});
