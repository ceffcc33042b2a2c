import { describe, expect, test } from "vitest";
import { isTracker } from "@/data/formats/article/trackers";

describe("what counts readers", () => {
	test.each([
		"https://pixel.wp.com/b.gif?v=noscript",
		"https://feeds.feedburner.com/~r/Example/~4/abc",
		"http://ad.doubleclick.net/x.png",
		"https://www.facebook.com/tr?id=1",
		"https://sb.scorecardresearch.com/p?c1=2",
		"https://mc.yandex.ru/watch/1",
		"https://stats.example.org/matomo.php?idsite=1",
		"https://counter.theconversation.com/content/1/count.gif",
	])("is known: %s", (address) => {
		expect(isTracker(address)).toBe(true);
	});

	test.each([
		"https://www.facebook.com/picture.jpg",
		"https://notdoubleclick.net/x.png",
		"https://i0.wp.com/example.org/photo.jpg",
		"https://example.org/doubleclick.net/x.png",
		"not an address",
	])("is nothing else: %s", (address) => {
		expect(isTracker(address)).toBe(false);
	});
});
