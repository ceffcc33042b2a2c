import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sayPlace } from "@/components/reader/audio-player";
import { outline } from "@/data/formats/article/headings";
import { playerOf } from "@/data/formats/article/players";
import { bestOf } from "@/data/formats/article/source-set";
import { isTracker } from "@/data/formats/article/trackers";

describe("a picture in several sizes", () => {
	test("is the smallest that fills a dense screen, else the biggest", () => {
		expect(bestOf("/s.jpg 320w, /m.jpg 1280w, /l.jpg 4000w")).toBe("/m.jpg");
		expect(bestOf("/s.jpg 320w, /m.jpg 640w")).toBe("/m.jpg");
		expect(bestOf("/1.jpg, /2.jpg 2x, /4.jpg 4x")).toBe("/2.jpg");
	});

	test("is read with commas in addresses, without spaces and with none at all", () => {
		expect(bestOf("/w_320,h_200/a.jpg 320w, /w_1300,h_800/a.jpg 1300w")).toBe("/w_1300,h_800/a.jpg");
		expect(bestOf("data:image/gif;base64,R0 1x")).toBeUndefined();
		expect(bestOf("  ,, ")).toBeUndefined();
	});

	test("is one of those named, whatever is written there", () => {
		fc.assert(
			fc.property(fc.string(), (srcset) => {
				const best = bestOf(srcset);
				expect(best === undefined || srcset.includes(best)).toBe(true);
			}),
		);
	});
});

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

describe("the page of a player", () => {
	test.each([
		[
			"https://www.youtube.com/embed/dQw4w9WgXcQ?start=42&rel=0",
			"https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s",
		],
		["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
		["https://www.youtube.com/v/dQw4w9WgXcQ?version=3", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
		["https://player.vimeo.com/video/76979871?h=8272103f6e", "https://vimeo.com/76979871/8272103f6e"],
		["https://www.dailymotion.com/embed/video/x7tgad0", "https://www.dailymotion.com/video/x7tgad0"],
		["https://tube.example/videos/embed/9c9de5e8-0a1e", "https://tube.example/videos/watch/9c9de5e8-0a1e"],
		["https://embed.ted.com/talks/lang/fr/some_talk", "https://www.ted.com/talks/lang/fr/some_talk"],
		["https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b", "https://soundcloud.com/a/b"],
		["https://open.spotify.com/embed/episode/5Rtq", "https://open.spotify.com/episode/5Rtq"],
		["https://bandcamp.com/EmbeddedPlayer/album=1/", "https://bandcamp.com/EmbeddedPlayer/album=1/"],
		["https://platform.twitter.com/embed/Tweet.html?id=20", "https://x.com/i/status/20"],
		["https://mastodon.example/@somebody/109/embed", "https://mastodon.example/@somebody/109"],
	])("%s", (address, page) => {
		expect(playerOf(address)?.url).toBe(page);
	});

	test("is on the web, whatever the address says", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(
					"www.youtube.com/embed/",
					"w.soundcloud.com/player/?url=",
					"bandcamp.com/EmbeddedPlayer",
				),
				fc.string(),
				(start, rest) => {
					const player = playerOf(`https://${start}${rest}`);
					if (player) expect(new URL(player.url).protocol).toBe("https:");
				},
			),
		);
		expect(playerOf("https://charts.example/1")).toBeUndefined();
		expect(playerOf("nothing")).toBeUndefined();
	});
});

describe("headings", () => {
	test("make one outline from the second level, and skip none on the way down", () => {
		expect(outline([1, 3, 3, 2, 4])).toEqual([2, 3, 3, 3, 4]);
		expect(outline([4, 2, 4])).toEqual([2, 2, 3]);
		expect(outline([1, 2, 3, 4, 5, 6])).toEqual([2, 3, 4, 5, 6, 6]);
	});

	test("in any order", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 6 })), (levels) => {
				const found = outline(levels);
				expect(found).toHaveLength(levels.length);
				for (const [place, level] of found.entries())
					expect(level >= 2 && level <= (found[place - 1] ?? 1) + 1).toBe(true);
			}),
		);
	});
});

test("a place in a recording is said as players say it", () => {
	expect([0, 59.9, 61, 3600, 3723].map(sayPlace)).toEqual(["0:00", "0:59", "1:01", "1:00:00", "1:02:03"]);
});
