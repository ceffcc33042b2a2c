// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { spokenIn } from "@/components/reader/spoken-text";
import { whenWhole } from "@/components/reader/when-whole";

function article(html: string): Element {
	const root = document.createElement("article");
	root.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
	document.body.replaceChildren(root);
	return root;
}
const read = (html: string, more = {}) => {
	const root = article(html);
	return spokenIn([...root.children], { root, fallback: "en", ...more });
};
const textsOf = (html: string, more = {}) => read(html, more).map(({ text }) => text.trim());

describe("what is read aloud", () => {
	test("is a passage for each block, in its order", () => {
		expect(
			textsOf("<h2>Why</h2><p>It <em>stood</em>.</p><ul><li>One</li><li>Two</li></ul><div>End</div>"),
		).toEqual(["Why", "It stood.", "One", "Two", "End"]);
	});

	test("leaves out code, how words are pronounced, controls, and what isn't there", () => {
		expect(
			textsOf(`<p>The <ruby>灯<rt>ひ</rt></ruby> burns.<button>Play</button></p><pre>let lamp;</pre>
				<p hidden>Not there.</p><p class="unseen">For a screen reader.</p><p aria-hidden="true">Ornament.</p>`),
		).toEqual(["The 灯 burns."]);
	});

	test("of a whole is one passage, in which blocks are lines", () => {
		expect(textsOf("<div><p>Title</p><p>Source</p></div><div><p>Other</p></div>", { whole: true })).toEqual([
			"Title\nSource",
			"Other",
		]);
	});

	test("of nothing is nothing", () => {
		expect(read("<p> </p><img alt='A lamp'>")).toEqual([]);
	});
});

describe("the language of what is read", () => {
	const languagesOf = (html: string, more = {}) => read(html, more).map(({ language }) => language);

	test("is what the page declares, nearest first", () => {
		expect(languagesOf("<div lang='de'><p>Ja</p><p lang='FR-ca'>Oui</p></div>")).toEqual(["de", "fr-CA"]);
	});

	test("that is declared and is none, or stands outside the article, isn't taken", () => {
		document.body.lang = "fi";
		expect(languagesOf("<p lang='not a language'>Hm</p><p lang=''>Hm</p><p>Hm</p>")).toEqual([
			"en",
			"en",
			"en",
		]);
		document.body.removeAttribute("lang");
	});

	test("is else guessed by the text as a whole", () => {
		expect(languagesOf("<p>Маяк стоит у моря, и его свет виден далеко.</p><p>1874</p>")).toEqual([
			"ru",
			"ru",
		]);
	});
});

test("a part of a passage is found in the page, across the elements that it spans", () => {
	const [spoken] = read("<p>It has <em>stood</em> since 1841.</p>");
	const text = spoken?.text ?? "";
	const at = text.indexOf("has stood since");
	expect(spoken?.rangeOf(at, at + "has stood since".length).toString()).toBe("has stood since");
	expect(spoken?.rangeOf(0, text.length).toString()).toBe(text);
});

test("a text that comes in pieces is waited for until it is whole", async () => {
	const root = article("<div aria-busy='true'><p>First.</p></div>");
	const [body] = root.children;
	if (!body) throw new Error("There is no text.");
	const reading = whenWhole(body).then(() =>
		spokenIn([body], { root, fallback: "en" }).map(({ text }) => text),
	);
	body.append(...article("<p>Last.</p>").childNodes);
	body.removeAttribute("aria-busy");
	expect(await reading).toEqual(["First.", "Last."]);
	await whenWhole(body);
	await whenWhole(null);
});
