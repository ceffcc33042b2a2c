import type { Signal } from "@preact/signals";
import { countOf } from "../words/count";

interface HiddenToggleProps {
	/** How many headlines the user's rules hide. */
	count: number;
	open: Signal<boolean>;
	/** The id of the element that shows them. */
	shows: string;
}

/** Says beside the tabs how many headlines the rules hide, and shows what hides them; nothing of none. */
export function HiddenToggle({ count, open, shows }: HiddenToggleProps) {
	if (count === 0) return null;
	return (
		<button
			type="button"
			class="hidden-toggle"
			aria-expanded={open.value}
			aria-controls={shows}
			title={`${countOf(count, "headline is", "headlines are")} hidden by your rules`}
			onClick={() => {
				open.value = !open.value;
			}}
		>
			{countOf(count, "hidden", "hidden")}
		</button>
	);
}
