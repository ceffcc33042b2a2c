import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDigest } from "@/data/formats/digest/digest";
import { digestIncoming } from "@/data/formats/digest/incoming";
import { DAY_MS } from "@/data/model/durations";

const NOW = Date.UTC(2025, 6, 24, 12);

const incoming = (text: string, now = NOW) => digestIncoming(readDigest(text), now);

describe("a digest's headlines come in", () => {
	test("the first is the newest, and the file's order holds", async () => {
		const headlines = await incoming("One\n-\nTwo\n-\nThree");
		expect(headlines.map(({ publishedAt }) => publishedAt)).toEqual([NOW, NOW - 1, NOW - 2]);
	});

	test("the same headline has the same key whenever and wherever the file is imported", async () => {
		const [first] = await incoming("Bridge opens\n-\nRain is due");
		const [, later] = await incoming("A new one\n-\nBridge  opens\nNow with text.", NOW + DAY_MS);
		expect(later?.key).toBe(first?.key);
	});

	test("a title that is repeated gets a key of its own each time", async () => {
		const keys = (await incoming("Live\n-\nLive\n-\nLive")).map(({ key }) => key);
		expect(new Set(keys).size).toBe(3);
	});

	test("keys are unique in any file", async () => {
		const title = fc.oneof(fc.constantFrom("One", "Two"), fc.string({ unit: "binary", minLength: 1 }));
		await fc.assert(
			fc.asyncProperty(fc.array(title), async (titles) => {
				const items = titles.map((text) => ({ title: text, paragraphs: [], complete: true }));
				const keys = (await digestIncoming(items, NOW)).map(({ key }) => key);
				expect(new Set(keys).size).toBe(titles.length);
			}),
		);
	});

	test("paragraphs become HTML in which nothing is markup, and a bare headline has none", async () => {
		const [article, bare] = await incoming("One\n5 < 6 & <script>alert(1)</script>.\nEnd.\n-\nTwo");
		expect(article?.html).toBe("<p>5 &lt; 6 &amp; &lt;script&gt;alert(1)&lt;/script&gt;.</p>\n<p>End.</p>");
		expect(bare).not.toHaveProperty("html");
	});

	test("text tells an article from a cut-off one and from a bare headline", async () => {
		const kinds = (await incoming("One\nIt is whole.\n-\nTwo\nIt ends in the\n-\nThree")).map(
			({ kind }) => kind,
		);
		expect(kinds).toEqual(["article", "cut-off", "bare"]);
	});

	test.each([
		"Bridge opens #shorts",
		"Bridge opens #Short and more",
		"VIDEO: Bridge opens",
		"Video | Bridge opens",
		"[Video] Bridge opens",
		"Bridge opens (VIDEO)",
		"Watch: Bridge opens",
		"Міст відкрито #відео",
		"▶ Bridge opens",
	])("%s is a video", async (title) => {
		expect((await incoming(title))[0]?.kind).toBe("video");
	});

	test.each(["Video games boom", "Watchdog: bridge unsafe", "Bridge #shortstory", "Shorts are back"])(
		"%s is no video",
		async (title) => {
			expect((await incoming(title))[0]?.kind).toBe("bare");
		},
	);
});
