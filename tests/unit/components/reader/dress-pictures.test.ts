// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPictureDresser, picturesIn } from "@/components/reader/content/dress-pictures";

class NoObserver {
	observe() {}
	unobserve() {}
	disconnect() {}
}

beforeEach(() => vi.stubGlobal("IntersectionObserver", NoObserver));
afterEach(() => vi.unstubAllGlobals());

const SOURCE = "https://pictures.example/a.png";

/** A body with a text whose pictures are dressed. */
function dressed(html: string, rules: Parameters<typeof createPictureDresser>[0]): HTMLElement {
	const fragment = document.createRange().createContextualFragment(html);
	createPictureDresser(rules).dress(fragment);
	const body = document.createElement("div");
	body.append(fragment);
	return body;
}

const HTML = `<p><a href="https://a.example/"><img src="${SOURCE}" alt="The lamp"></a></p><p>Text.</p>`;

test("a text's pictures are known by where they come from, whether they are shown, offered or kept", () => {
	const kept = new Map([[SOURCE, "blob:kept"]]);
	expect(picturesIn(dressed(HTML, { load: true, kept: new Map() }))).toEqual([SOURCE]);
	expect(picturesIn(dressed(HTML, { load: false, kept }))).toEqual([SOURCE]);
	const offered = dressed(HTML, { load: false, kept: new Map() });
	expect(offered.querySelector("img")).toBeNull();
	expect(picturesIn(offered)).toEqual([SOURCE]);
});

test("one that is offered comes back on a click, with its link", () => {
	const body = dressed(HTML, { load: false, kept: new Map() });
	body.querySelector("button")?.click();
	expect(body.querySelector("a img")?.getAttribute("src")).toBe(SOURCE);
	expect(picturesIn(body)).toEqual([SOURCE]);
});

test("one whose size is known has its shape before it comes, and one that stands alone a box", () => {
	const body = dressed(
		`<p><img src="${SOURCE}" width="300" height="200"></p><p><img src="/b.png"></p><p>In <img src="/c.png"> a line.</p>`,
		{ load: true, kept: new Map() },
	);
	const [sized, alone, inLine] = body.querySelectorAll("img");
	expect(sized?.style.aspectRatio).toBe("300 / 200");
	expect(sized?.className).toBe("");
	expect(alone?.className).toBe("picture-boxed");
	expect(inLine?.className).toBe("");
});

test("one in the middle of a sentence has no box, whatever the words around it are marked with", () => {
	const body = dressed(`<p>Press <b>OK</b> <img src="/ok.png"> <!-- here --> to go on.</p>`, {
		load: true,
		kept: new Map(),
	});
	expect(body.querySelector("img")?.className).toBe("");
});

test("one at the edge of a line of words stands apart from it, but not one that is no higher than words", () => {
	const apart = (html: string) =>
		[...dressed(html, { load: true, kept: new Map() }).querySelectorAll("img")].map(({ classList }) =>
			classList.contains("picture-apart"),
		);
	expect(apart('<p><img src="/a.png" width="300" height="200">Words.</p>')).toEqual([true]);
	expect(apart('<p>Words <a href="/"><img src="/a.png"></a></p>')).toEqual([true]);
	expect(apart('<p><img src="/a.png" width="16" height="16"> Words.</p>')).toEqual([false]);
	expect(apart('<p><img src="/a.png"></p><p>Words.</p>')).toEqual([false]);
	expect(apart('<div><img src="/a.png"><p>Words.</p></div>')).toEqual([false]);
	expect(apart('<p><img src="/a.png"> <img src="/b.png"></p>')).toEqual([false, false]);
});

test("one that doesn't come is hidden in the box with its words, and nothing shows it all the same", () => {
	const body = dressed('<p><img src="/a.png" alt="The lamp"> Words.</p>', { load: true, kept: new Map() });
	const picture = body.querySelector("img");
	picture?.dispatchEvent(new Event("error"));
	expect(body.querySelector(".picture-missing")?.getAttribute("aria-label")).toBe("The lamp");
	expect(picture?.hidden).toBe(true);
	expect(picture?.className).toBe("");
});

test("one that has come is known by that, for those that can be seen through", () => {
	const picture = dressed(HTML, { load: true, kept: new Map() }).querySelector("img");
	expect(picture?.classList.contains("picture-come")).toBe(false);
	picture?.dispatchEvent(new Event("load"));
	expect(picture?.classList.contains("picture-come")).toBe(true);
});
