import { hrefOf } from "../signals/route";
import { countOf } from "../words/count";

interface HiddenByRulesProps {
	count: number;
	class?: string;
}

/** Says on a new tab how many headlines the user's rules keep from it, and leads to them; nothing of none. */
export function HiddenByRules({ count, ...props }: HiddenByRulesProps) {
	if (count === 0) return null;
	return (
		<p {...props}>
			{countOf(count, "headline is", "headlines are")} hidden by{" "}
			<a href={hrefOf({ room: "settings", at: "rules" })}>your rules</a>.
		</p>
	);
}
