import { type Signal, useSignal } from "@preact/signals";
import type { SourceId } from "@/data/model/headline";
import { RULE_TEXT_LIMIT, type RuleDraft } from "@/data/model/rule";
import type { Source } from "@/data/model/source";
import { Button } from "../ui/button";
import { SelectField } from "../ui/select-field";
import { byName } from "../words/by-name";
import { ACTS, draftOf, KINDS, PLACES, TIMES } from "./rule-draft";

interface ChooserProps<T extends string> {
	id: string;
	label: string;
	value: Signal<T>;
	options: Readonly<Record<T, string>>;
	/** Those that can’t be had just now. */
	without?: T | undefined;
}

/** One of a few, folded up. */
function Chooser<T extends string>({ id, label, value, options, without }: ChooserProps<T>) {
	// The keys of `options` are typed to be exactly the values.
	const values = (Object.keys(options) as T[]).filter((one) => one !== without);
	return (
		<div>
			<SelectField
				id={id}
				label={label}
				value={value.value}
				options={values.map((one) => [one, options[one]] as const)}
				onChange={(chosen) => {
					value.value = chosen;
				}}
			/>
		</div>
	);
}

function TextField({ text }: { text: Signal<string> }) {
	return (
		<>
			<label class="desk-label" for="rule-text">
				Words or pattern
			</label>
			<input
				id="rule-text"
				class="field"
				dir="auto"
				spellcheck={false}
				required
				maxLength={RULE_TEXT_LIMIT}
				value={text}
				onInput={(event) => {
					text.value = event.currentTarget.value;
				}}
			/>
		</>
	);
}

interface RulesFormProps {
	/** Those that a rule can be about. */
	sources: readonly Source[];
	/** Answers whether the rule was added. */
	onAdd: (draft: RuleDraft) => Promise<boolean>;
	/** Milliseconds since 1970. */
	clock: () => number;
}

/** Adds a rule: what to do, what to look for, where, and for how long. */
export function RulesForm({ sources, onAdd, clock }: RulesFormProps) {
	const act = useSignal<keyof typeof ACTS>("mute");
	const chosenKind = useSignal<keyof typeof KINDS>("words");
	const where = useSignal<keyof typeof PLACES>("title");
	const time = useSignal<keyof typeof TIMES>("ever");
	const text = useSignal("");
	const chosen = useSignal<SourceId | undefined>(undefined);
	const named = sources.toSorted((a, b) => byName.compare(a.title, b.title));
	const kind = named.length > 0 || chosenKind.value !== "source" ? chosenKind.value : "words";
	// Who hasn't chosen sees the first, as does who chose one that is gone.
	const source = (named.find(({ id }) => id === chosen.value) ?? named[0])?.id;

	const add = async () => {
		const typed = text.value;
		const choice = { act: act.value, kind, text: typed, source, where: where.value, time: time.value };
		const draft = draftOf(choice, clock());
		if (!draft || !(await onAdd(draft))) return;
		// Whoever types fast has begun the next one.
		if (text.value === typed) text.value = "";
	};

	return (
		<form
			class="rules-form"
			onSubmit={(event) => {
				event.preventDefault();
				void add();
			}}
		>
			<div class="rules-looks-for">
				{kind === "source" && source !== undefined ? (
					<SelectField
						id="rule-source"
						label="Source"
						value={source}
						options={named.map(({ id, title }) => [id, title] as const)}
						onChange={(id) => {
							chosen.value = id;
						}}
					/>
				) : (
					<TextField text={text} />
				)}
			</div>
			<Chooser id="rule-act" label="What to do" options={ACTS} value={act} />
			<Chooser
				id="rule-kind"
				label="Kind"
				options={KINDS}
				value={chosenKind}
				without={named.length === 0 ? "source" : undefined}
			/>
			{kind !== "source" && <Chooser id="rule-where" label="Where" options={PLACES} value={where} />}
			<Chooser id="rule-time" label="How long" options={TIMES} value={time} />
			<Button type="submit" main>
				Add rule
			</Button>
		</form>
	);
}
