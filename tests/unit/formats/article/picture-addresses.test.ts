// @vitest-environment jsdom
import { expect, test } from "vitest";
import { pictureAddresses } from "../../../../data/formats/article/picture-addresses";
import type { Media } from "../../../../data/model/media";

const PAGE = "https://news.example/story/1";
const inert = (html: string) => new DOMParser().parseFromString(html, "text/html").body;

test("an article's pictures are those that it shows, each once, and by the address that is asked for", () => {
	const body = inert(`<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/late.jpg"></p>
		<p><img src="/small.jpg" srcset="/small.jpg 100w, /wide.jpg 1400w"><img src="/wide.jpg"></p>
		<img src="/pixel.gif" width="1" height="1"><video src="/film.mp4" poster="/poster.jpg"></video>`);
	expect(pictureAddresses(body, [], PAGE)).toEqual(
		["/late.jpg", "/wide.jpg", "/poster.jpg"].map((path) => `https://news.example${path}`),
	);
});

test("one that a feed names beside a text without pictures is among them", () => {
	const media: Media[] = [{ url: "https://news.example/beside.jpg", kind: "image" }];
	expect(pictureAddresses(inert("<p>Text.</p>"), media, PAGE)).toEqual([media[0]?.url]);
});
