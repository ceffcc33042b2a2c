import { useSignal } from "@preact/signals";
import { RULE_TEXT_LIMIT, type RuleDraft } from "@/data/model/rule";
import { Button } from "../ui/button";
import { SelectField } from "../ui/select-field";

const DAY_MS = 24 * 60 * 60_000;

const ACTS = { mute: "Mute", watch: "Watch for" } as const;
const KINDS = { words: "Words", pattern: "Regular expression" } as const;
const PLACES = { title: "In the title", text: "In the title or text" } as const;
const TIMES = { ever: "For ever", day: "For a day", week: "For a week" } as const;
const DAYS: Record<keyof typeof TIMES, number | null> = { ever: null, day: 1, week: 7 };

interface ChooserProps<T extends string> {
	id: string;
	label: string;
	value: T;
	options: Readonly<Record<T, string>>;
	onChange: (value: T) => void;
}

/** One of a few, folded up. */
function Chooser<T extends string>({ id, label, value, options, onChange }: ChooserProps<T>) {
	// The keys of `options` are typed to be exactly the values.
	const values = Object.keys(options) as T[];
	return (
		<div>
			<SelectField
				id={id}
				label={label}
				value={value}
				options={values.map((one) => [one, options[one]] as const)}
				onChange={onChange}
			/>
		</div>
	);
}

interface RulesFormProps {
	/** Answers whether the rule was added. */
	onAdd: (draft: RuleDraft) => Promise<boolean>;
	/** Milliseconds since 1970. */
	clock: () => number;
}

/** Adds a rule: what to do, what to look for, where, and for how long. */
export function RulesForm({ onAdd, clock }: RulesFormProps) {
	const act = useSignal<keyof typeof ACTS>("mute");
	const kind = useSignal<keyof typeof KINDS>("words");
	const where = useSignal<keyof typeof PLACES>("title");
	const time = useSignal<keyof typeof TIMES>("ever");
	const text = useSignal("");

	const add = async () => {
		const days = DAYS[time.value];
		const typed = text.value;
		const draft: RuleDraft = {
			act: act.value,
			match: { kind: kind.value, text: typed },
			where: where.value,
			...(days !== null && { until: clock() + days * DAY_MS }),
		};
		if (typed.trim() === "" || !(await onAdd(draft))) return;
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
			</div>
			<Chooser
				id="rule-act"
				label="What to do"
				options={ACTS}
				value={act.value}
				onChange={(v) => {
					act.value = v;
				}}
			/>
			<Chooser
				id="rule-kind"
				label="These are"
				options={KINDS}
				value={kind.value}
				onChange={(v) => {
					kind.value = v;
				}}
			/>
			<Chooser
				id="rule-where"
				label="Where"
				options={PLACES}
				value={where.value}
				onChange={(v) => {
					where.value = v;
				}}
			/>
			<Chooser
				id="rule-time"
				label="How long"
				options={TIMES}
				value={time.value}
				onChange={(v) => {
					time.value = v;
				}}
			/>
			<Button type="submit" main>
				Add rule
			</Button>
		</form>
	);
}
