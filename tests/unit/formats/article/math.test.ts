// @vitest-environment jsdom
import { expect, test } from "vitest";
import { settleMath } from "@/data/formats/article/math";

const inert = (html: string) => new DOMParser().parseFromString(html, "text/html").body;

test("a formula stays in one form, and is shown where it was only there to be heard", () => {
	const body =
		inert(`<p><span class="mwe-math-element"><span style="display: none;"><math><mi>x</mi></math></span>
		<img class="mwe-math-fallback-image-inline" src="/x.svg"></span>
		<span class="katex"><span class="katex-mathml"><math><mi>y</mi></math></span><span class="katex-html">y</span></span>
		<script type="math/tex">z^2</script></p>`);
	settleMath(body);
	expect(body.querySelectorAll("math")).toHaveLength(2);
	expect(body.querySelectorAll("img, .katex-html, [style], script")).toHaveLength(0);
	expect(body.querySelector("code")?.textContent).toBe("z^2");
});
