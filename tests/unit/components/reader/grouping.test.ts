import { expect, test } from "vitest";
import { grouped } from "@/components/reader/grouping";
import type { Source } from "@/data/model/source";

const source = (title: string, group?: string): Source => ({
	id: title,
	kind: "feed",
	title,
	addedAt: 0,
	...(group !== undefined && { group }),
});

test("sources stand in their groups, and those that have none by themselves, in the order of their names", () => {
	const { groups, loose } = grouped([
		source("Zeit", "News"),
		source("blog"),
		source("Ångström", "Science"),
		source("Abend", "News"),
		source("Alpha", ""),
		source("Blog 10"),
		source("Blog 9"),
	]);
	expect(groups.map(({ name, sources }) => [name, sources.map(({ title }) => title)])).toEqual([
		["News", ["Abend", "Zeit"]],
		["Science", ["Ångström"]],
	]);
	expect(loose.map(({ title }) => title)).toEqual(["Alpha", "blog", "Blog 9", "Blog 10"]);
});
