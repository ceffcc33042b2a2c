// @vitest-environment jsdom
import { h, render } from "preact";
import { describe, expect, test } from "vitest";
import { Changes } from "@/components/reader/changes";

const PAYLOADS = [
	"<img src=x onerror=alert(1)>",
	"<script>alert(1)</script>",
	"&lt;img src=x onerror=alert(1)&gt;",
	'<svg><style><a id="</style><img src=1 onerror=alert(1)>">',
	'<a href="javascript:alert(1)">click</a>',
	"</div></section><iframe srcdoc='<script>alert(1)</script>'></iframe>",
	"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
];
/** What a comparison is made of. */
const OURS = "section, h2, h3, p, div, span, del, ins, button";

describe("what changed in a headline that is hostile", () => {
	test.each(PAYLOADS)("is text: %s", (payload) => {
		const page = document.createElement("main");
		const kept = {
			headline: { title: `After ${payload}` },
			article: { html: `<p>After.</p>${payload}<p>The end.</p>` },
			revisions: [{ headline: "a", seenAt: 0, title: `Before ${payload}`, html: `<p>Before.</p>${payload}` }],
		};
		render(h(Changes, { kept, isWhole: false }), page);
		const all = [...page.querySelectorAll("*")];
		expect(all.filter((element) => !element.matches(OURS))).toEqual([]);
		expect(
			all
				.flatMap((element) => element.getAttributeNames())
				.filter((name) => /^(?:on|src|href|style)/.test(name)),
		).toEqual([]);
		expect(page.querySelector(".changes-title")?.textContent).toContain(payload);
		expect(page.querySelector(".changes-text")?.textContent).toContain("After");
		expect(page.querySelector("[role=status]")?.textContent).not.toContain("whole text");
	});
});

test("what changed in a whole text says that it is about that, and is as harmless", () => {
	const page = document.createElement("main");
	const former = PAYLOADS.map((payload, seenAt) => ({ html: `<p>Version ${seenAt}.</p>${payload}`, seenAt }));
	const fullText = { id: "a", source: "s", at: 99, state: "there" as const, html: "<p>Now.</p>", former };
	const kept = { headline: { title: "A" }, revisions: [], fullText };
	render(h(Changes, { kept, isWhole: true }), page);
	expect(page.querySelector("[role=status]")?.textContent).toMatch(
		/^Change 7 of 7\. .*, in the whole text\.$/,
	);
	expect(page.querySelector("ins")?.textContent).toContain("Now");
	expect([...page.querySelectorAll("*")].filter((element) => !element.matches(OURS))).toEqual([]);
	render(h(Changes, { kept, isWhole: false }), page);
	expect(page.textContent).toBe("");
});
