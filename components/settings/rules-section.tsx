import type { ReadonlySignal } from "@preact/signals";
import type { RuleId } from "@/data/model/rule";
import { MatchedList } from "../headlines/matched-list";
import { hrefOfHeadline } from "../signals/route";
import type { RuleEntry, Rules } from "../signals/rules";
import { Button } from "../ui/button";
import { inRow, useFocusBack } from "../ui/focus-back";
import { sayMatched, sayRule } from "./rule-words";
import { RulesForm } from "./rules-form";

/** What the section of rules shows and does. */
export interface RulesSectionProps {
	rules: Rules;
	/** How many headlines each watch rule matches. */
	watched: ReadonlySignal<Record<RuleId, number>>;
	now: ReadonlySignal<number>;
	/** Milliseconds since 1970. */
	clock: () => number;
}

function RuleRow({ entry, rules, watched, now }: Omit<RulesSectionProps, "clock"> & { entry: RuleEntry }) {
	const { rule, name, hides } = entry;
	const count = rule.act === "mute" ? hides : (watched.value[rule.id] ?? 0);
	const shown = rules.shown.value?.rule === rule.id ? rules.shown.value : null;
	return (
		<li>
			<div class="rule">
				<p class={rule.match.kind === "pattern" ? "rule-name rule-pattern" : "rule-name"}>
					<bdi>{name}</bdi>
				</p>
				<p class="desk-hint">{`${sayRule(rule)}. ${sayMatched(rule, count)}.`}</p>
				<div class="rule-acts">
					<Button
						label={`${shown ? "Hide" : "Show"} what ${name} matches`}
						disabled={count === 0}
						onClick={() => rules.toggleShown(rule)}
					>
						{shown ? "Hide" : "Show"}
					</Button>
					<Button label={`Remove ${name}`} onClick={() => void rules.remove(entry)}>
						Remove
					</Button>
				</div>
			</div>
			{shown && (
				<MatchedList
					label={`Headlines with ${name}`}
					rows={shown.rows}
					count={count}
					now={now}
					hrefOfHeadline={hrefOfHeadline}
				/>
			)}
		</li>
	);
}

/** Mute and watch: adds rules, and accounts for each. */
export function RulesSection({ rules, watched, now, clock }: RulesSectionProps) {
	const entries = rules.entries.value;
	const list = useFocusBack<HTMLElement>(
		(part, row) =>
			inRow(part, row, "[aria-label^=Remove]") ?? part.querySelector(".rules-form :is(input, select)"),
	);
	return (
		<section class="setting" id="rules" tabIndex={-1} aria-labelledby="rules-title" ref={list}>
			<h2 id="rules-title">Mute and watch</h2>
			<p class="desk-hint">
				Muted headlines are hidden and never counted. Watched ones are marked, and come first on a new tab.
			</p>
			<RulesForm sources={rules.sources.value} onAdd={rules.add} clock={clock} />
			{entries.length > 0 && (
				<ul class="rules-list" aria-label="Mute and watch rules">
					{entries.map((entry) => (
						<RuleRow key={entry.rule.id} entry={entry} rules={rules} watched={watched} now={now} />
					))}
				</ul>
			)}
		</section>
	);
}
