import type { Source } from "@/data/model/source";
import { byName } from "../words/by-name";

/** The sources of one group. */
export interface Group {
	name: string;
	sources: Source[];
}

/** Sources by their groups, and those that are in none; everything in the order of its name. */
export function grouped(sources: readonly Source[]): { groups: Group[]; loose: Source[] } {
	const sorted = sources.toSorted((a, b) => byName.compare(a.title, b.title));
	const groups = new Map<string, Source[]>();
	const loose: Source[] = [];
	for (const source of sorted) {
		if (!source.group) loose.push(source);
		else groups.set(source.group, [...(groups.get(source.group) ?? []), source]);
	}
	return {
		groups: [...groups]
			.map(([name, members]) => ({ name, sources: members }))
			.sort((a, b) => byName.compare(a.name, b.name)),
		loose,
	};
}
