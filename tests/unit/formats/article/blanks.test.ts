// @vitest-environment jsdom
import { expect, test } from "vitest";
import { removeBlanks } from "../../../../data/formats/article/blanks";

const left = (html: string) => {
	const { body } = new DOMParser().parseFromString(html, "text/html");
	removeBlanks(body);
	return body.innerHTML;
};

test("paragraphs of nothing but space go", () => {
	expect(left("<p>One</p><p><br></p><p>&nbsp;</p><p><span> </span></p><p></p><p>Two</p>")).toBe(
		"<p>One</p><p>Two</p>",
	);
});

test("lines of nothing go after what ends a line, and at the beginning", () => {
	expect(left("<br><br><p>One</p> <br> <br><ul><li>a</li></ul><br>Two<br><br>Three<p>a<br>b</p>")).toBe(
		"<p>One</p>  <ul><li>a</li></ul>Two<br><br>Three<p>a<br>b</p>",
	);
});

test.each([
	'<p><img src="/a.png"></p>',
	"<p><math><mi></mi></math></p>",
	'<p><span data-part="still"></span></p>',
	'<p id="in-text-1"></p>',
	'<p><a id="in-text-1"></a></p>',
])("%s stays", (html) => expect(left(html)).toBe(html));
