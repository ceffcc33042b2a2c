import type { Signal } from "@preact/signals";

/** So many sources are seen at a glance, and need no search. */
const AT_A_GLANCE = 10;

interface FindSourceProps {
	query: Signal<string>;
	/** How many sources there are. */
	count: number;
}

/** Finds sources by what they are called, where they are, or their group, where there are many. */
export function FindSource({ query, count }: FindSourceProps) {
	if (count <= AT_A_GLANCE && query.value === "") return null;
	return (
		<input
			type="search"
			class="field source-find"
			aria-label="Find a source"
			placeholder="Find a source"
			value={query}
			onInput={(event) => {
				query.value = event.currentTarget.value;
			}}
		/>
	);
}
