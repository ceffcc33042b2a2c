// @vitest-environment jsdom
import { expect, test } from "vitest";
import { sanitise } from "@/components/reader/sanitise";

function sanitised(html: string): DocumentFragment {
	const inert = new DOMParser().parseFromString(`<div>${html}</div>`, "text/html");
	const part = inert.createDocumentFragment();
	part.append(...inert.body.childNodes);
	return sanitise(part);
}

test("a picture isn't told where it is asked for, and doesn't push forward", () => {
	const picture = sanitised(
		'<img src="https://a.example/a.png" referrerpolicy="unsafe-url" fetchpriority="high">',
	).querySelector("img");
	expect(picture?.referrerPolicy).toBe("no-referrer");
	expect(picture?.hasAttribute("fetchpriority")).toBe(false);
});

test("a link opens apart, and isn't told where from; one into the text stays in it", () => {
	const [out, inner] = sanitised(
		'<a href="https://a.example/" target="_top" rel="opener">a</a><a href="#in-text-1">1</a>',
	).querySelectorAll("a");
	expect([out?.target, out?.rel]).toEqual(["_blank", "noopener noreferrer"]);
	expect(inner?.hasAttribute("target")).toBe(false);
});

test.each([
	'<p onclick="x()" style="color:red" class="big" id="top">a</p>',
	'<a href="javascript:x()">a</a>',
	'<a href="data:text/html,x">a</a>',
	'<form action="https://a.example/"><input name="x">a</form>',
	'<svg><script>x()</script></svg>a<iframe srcdoc="x"></iframe>',
	'<base href="https://a.example/">a<meta http-equiv="refresh" content="0">',
	'<math><maction actiontype="statusline" xlink:href="javascript:x()"><mi>a</mi></maction></math>',
])("nothing of it runs, leads astray or looks otherwise: %s", (html) => {
	const fragment = sanitised(html);
	const elements = [...fragment.querySelectorAll("*")];
	const names = elements.flatMap((element) => [element.localName, ...element.getAttributeNames()]);
	expect(names.filter((name) => !/^(?:div|p|a|math|mi|target|rel)$/.test(name))).toEqual([]);
	expect(fragment.textContent).toContain("a");
});
