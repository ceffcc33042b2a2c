// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { isUnseen, removeHidden } from "@/data/formats/article/hidden";
import { pictureAddresses } from "@/data/formats/article/picture-addresses";

const inert = (html: string) => new DOMParser().parseFromString(html, "text/html").body;
const left = (html: string) => {
	const body = inert(html);
	removeHidden(body);
	return body.innerHTML;
};
const isPictureUnseen = (attributes: string) =>
	[...inert(`<img src="/a.png" ${attributes}>`).children].every(isUnseen);

const SHOWN = "<p>The lamp was lit at noon.</p>";

describe("what a source doesn't show goes, with all that is in it", () => {
	test.each([
		'<div style="display:none">See it in your browser<img src="/t"></div>',
		'<div style="color: red; DISPLAY : none !important">Preheader</div>',
		'<p hidden="">Only for some <b>of us</b></p>',
		'<span style="visibility: hidden">hidden</span>',
		'<div style="display:none"><img src="/t"></div>',
	])("%s", (html) => expect(left(`${html}${SHOWN}`)).toBe(SHOWN));
});

describe("it stays", () => {
	test.each([
		[
			"where it is most of the text: a script would show it",
			`<div style="display:none">${SHOWN}</div><p>By us</p>`,
		],
		["where a search in the page opens it", `<p hidden="until-found">More</p>${SHOWN}`],
		[
			"where it is a formula for those who hear it",
			`<i style="display: none"><math><mi>x</mi></math></i>${SHOWN}`,
		],
		["where it is a recording with a player of its own", `<audio src="/a.mp3" hidden=""></audio>${SHOWN}`],
		["where only words speak of hiding", `<p title="display:none">display:none</p>${SHOWN}`],
	])("%s", (_, html) => expect(left(html)).toBe(html));
});

describe("a picture is there only to be counted", () => {
	test.each([
		"hidden",
		'width="1" height="1"',
		'height="0px"',
		'style="width:1px"',
		'style="opacity:0"',
		'style="opacity: 0.0 !important"',
		'style="visibility:hidden;"',
		'style="position:absolute;left:-9999px"',
		'style="margin-left: -10000px"',
	])("with %s", (attributes) => expect(isPictureUnseen(attributes)).toBe(true));
	test.each([
		'style="opacity:0" data-src="/late.png"',
		'style="opacity:0;transition:opacity 1s" srcset="/a.png 1x"',
		'style="opacity:0.5"',
		'style="width:100px; margin-left:-10px"',
		'width="100"',
	])("but not with %s", (attributes) => expect(isPictureUnseen(attributes)).toBe(false));
});

test("no picture within what is hidden is asked for", () => {
	const body = inert(`<div style="display:none"><p><img src="/in.gif"></p></div>${SHOWN}
		<p hidden><img src="/hidden.gif"></p><img src="/clear.gif" style="opacity:0"><img src="/shown.png">
		<img src="late.gif" style="display:none" data-src="/late.png"><noscript><img src="/late.png"></noscript>`);
	expect(pictureAddresses(body, [], "https://news.example/1")).toEqual(
		["/shown.png", "/late.png"].map((path) => `https://news.example${path}`),
	);
});
