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

test.each([
	'<p><img src="/a.png"></p>',
	"<p><math><mi></mi></math></p>",
	'<p><span data-part="still"></span></p>',
	'<p id="in-text-1"></p>',
	'<p><a id="in-text-1"></a></p>',
])("%s stays", (html) => expect(left(html)).toBe(html));
