import type { Range } from "@/data/model/search-ranges";

/** A text with some stretches of it marked; they are in order and don't overlap. */
export function Marked({ text, ranges }: { text: string; ranges: readonly Range[] }) {
	if (ranges.length === 0) return <>{text}</>;
	return (
		<>
			{ranges.map(({ from, to }, place) => (
				<>
					{text.slice(ranges[place - 1]?.to ?? 0, from)}
					<mark>{text.slice(from, to)}</mark>
				</>
			))}
			{text.slice(ranges.at(-1)?.to)}
		</>
	);
}
