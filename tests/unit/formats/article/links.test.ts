// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { settleLinks } from "@/data/formats/article/links";

const PAGE = "https://news.example/story/1";

/** What the links of a text lead to, and which words have an id then. */
function settled(html: string, page: string | undefined = PAGE) {
	const { body } = new DOMParser().parseFromString(html, "text/html");
	settleLinks(
		body,
		(address) => (URL.canParse(address, page) ? new URL(address, page).href : undefined),
		page,
	);
	return {
		links: [...body.querySelectorAll("a")].map((link) => link.getAttribute("href")),
		targets: [...body.querySelectorAll("[id]")].map(({ id, textContent }) => `${id} ${textContent}`),
	};
}

describe("links into a text stay in it", () => {
	test.each([
		["by an id", '<a href="#n">1</a><p id="n">Note</p>'],
		["by an anchor's name", '<a href="#n">1</a><a name="n">Note</a>'],
		["by the whole address of its page", `<a href="${PAGE}#n">1</a><p id="n">Note</p>`],
		["by a name that is written in percent", '<a href="#%C3%A9">1</a><p id="é">Note</p>'],
	])("%s", (_, html) => {
		const { links, targets } = settled(html);
		expect(links[0]).toBe("#in-text-1");
		expect(targets).toEqual(["in-text-1 Note"]);
	});
});

test("links to what isn't in it lead to its page, and to nothing where there is none", () => {
	expect(settled('<a href="#gone">1</a>').links).toEqual([`${PAGE}#gone`]);
	expect(settled('<a href="http://[">1</a>').links).toEqual([null]);
});

test("no id or name of the source's own stays", () => {
	expect(settled('<p id="a">A</p><form name="b"></form>').targets).toEqual([]);
});
