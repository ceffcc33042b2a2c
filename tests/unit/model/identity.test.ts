import { expect, it } from "vitest";
import { headlineId, sourceId } from "../../../data/model/identity";

it("a source has one id for good, which fits an address", async () => {
	const id = await sourceId("feed", "https://example.org/feed");
	expect(id).toMatch(/^[\w-]{20}$/);
	expect(await sourceId("feed", "https://example.org/feed")).toBe(id);
	expect(await sourceId("digest", "https://example.org/feed")).not.toBe(id);
});

it("the same key makes another headline in another source", async () => {
	expect(await headlineId("a", "key")).not.toBe(await headlineId("b", "key"));
});
