import { describe, expect, it } from "vitest";
import { createJudge } from "../../../data/model/match";
import type { Rule } from "../../../data/model/rule";

const rule = (id: string, more: Partial<Rule>): Rule => ({
	id,
	act: "mute",
	match: { kind: "words", text: "football" },
	where: "title",
	addedAt: 0,
	...more,
});
const story = { title: "The match", source: "s", html: "<p>All about <b>foot</b>ball &amp; tea</p>" };

describe("the verdict on a headline", () => {
	it("names every rule that concerns it, by what it does", () => {
		const judge = createJudge([
			rule("title", {}),
			rule("text", { where: "text" }),
			rule("watched", { act: "watch", match: { kind: "words", text: "match" } }),
			rule("pattern", { match: { kind: "pattern", text: "^the m" } }),
			rule("source", { match: { kind: "source", source: "s" } }),
			rule("other", { match: { kind: "source", source: "t" } }),
		]);
		expect(judge(story)).toEqual({ mutedBy: ["text", "pattern", "source"], watchedBy: ["watched"] });
	});

	it("goes by the text as it is read, not by its markup", () => {
		const finds = (text: string) =>
			createJudge([rule("r", { where: "text", match: { kind: "words", text } })])(story).mutedBy.length > 0;
		expect(finds("football tea")).toBe(true);
		expect(finds("amp")).toBe(false);
		expect(finds("b")).toBe(false);
	});

	it("is none by a stored pattern that can't be used", () => {
		expect(createJudge([rule("r", { match: { kind: "pattern", text: "(" } })])(story).mutedBy).toEqual([]);
	});
});
