const count = (text: string): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const word of text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [])
		counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
};

const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((all, one) => all + one, 0);

/** How well a text that was found agrees with the one that was wanted: the F1 of their words, 0 to 1. */
export function wordLikeness(found: string, wanted: string): number {
	const [there, right] = [count(found), count(wanted)];
	const both = [...there].reduce((all, [word, times]) => all + Math.min(times, right.get(word) ?? 0), 0);
	return (2 * both) / (sum(there) + sum(right) || 1);
}
