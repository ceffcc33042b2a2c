import { expect, test } from "vitest";
import { draftOf, type RuleChoice } from "@/components/settings/rule-draft";
import { DAY_MS } from "@/data/model/durations";

const NOW = 5_000;
const choice: RuleChoice = {
	act: "mute",
	kind: "words",
	text: "tea",
	source: "s",
	where: "text",
	time: "ever",
};

test("a rule looks for words or a pattern where and for how long it was chosen", () => {
	expect(draftOf(choice, NOW)).toEqual({ act: "mute", match: { kind: "words", text: "tea" }, where: "text" });
	expect(draftOf({ ...choice, kind: "pattern", time: "day" }, NOW)).toEqual({
		act: "mute",
		match: { kind: "pattern", text: "tea" },
		where: "text",
		until: NOW + DAY_MS,
	});
});

test("a source is muted for a week, whatever was typed before", () => {
	expect(draftOf({ ...choice, kind: "source", time: "week" }, NOW)).toEqual({
		act: "mute",
		match: { kind: "source", source: "s" },
		where: "title",
		until: NOW + 7 * DAY_MS,
	});
});

test("there is no rule that looks for nothing", () => {
	expect(draftOf({ ...choice, text: "  " }, NOW)).toBeUndefined();
	expect(draftOf({ ...choice, kind: "source", source: undefined }, NOW)).toBeUndefined();
});
