import type { ReadonlySignal } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";
import type { RuleEntry, Rules } from "../signals/rules";
import { Button } from "../ui/button";
import { countOf } from "../words/count";
import { MatchedList } from "./matched-list";

interface HiddenByProps {
	rules: Rules;
	now: ReadonlySignal<number>;
	hrefOfHeadline: (id: HeadlineId) => string;
	newTab?: boolean;
}

function Line({ entry, rules, now, hrefOfHeadline, newTab }: HiddenByProps & { entry: RuleEntry }) {
	const { rule, name, hides } = entry;
	const shown = rules.shown.value?.rule === rule.id ? rules.shown.value : null;
	return (
		<li class="hidden-by-rule">
			<p>
				<span>
					{countOf(hides, "hidden", "hidden")} by <em dir="auto">{name}</em>
				</span>
				<Button
					label={`${shown ? "Hide" : "Show"} what is hidden by ${name}`}
					onClick={() => rules.toggleShown(rule)}
				>
					{shown ? "Hide" : "Show"}
				</Button>
				{shown && (
					<Button label={`Stop muting ${name}`} onClick={() => void rules.remove(entry)}>
						Stop muting
					</Button>
				)}
			</p>
			{shown && (
				<MatchedList
					label={`Hidden by ${name}`}
					rows={shown.rows}
					count={hides}
					now={now}
					hrefOfHeadline={hrefOfHeadline}
					newTab={newTab ?? false}
				/>
			)}
		</li>
	);
}

/** Says at the end of a list what the user's rules keep from it, shows that, and offers to stop it. */
export function HiddenBy(props: HiddenByProps) {
	const hiding = props.rules.hiding.value;
	if (hiding.length === 0) return null;
	return (
		<ul class="hidden-by" aria-label="Hidden by your rules">
			{hiding.map((entry) => (
				<Line key={entry.rule.id} entry={entry} {...props} />
			))}
		</ul>
	);
}
