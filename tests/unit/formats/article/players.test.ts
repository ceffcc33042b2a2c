import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { playerOf } from "@/data/formats/article/players";

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
