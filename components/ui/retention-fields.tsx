import { RETENTION_COUNTS, RETENTION_DAYS, type Retention } from "@/data/model/retention";
import { countOf } from "../words/count";

/** The choice to have no choice of its own. */
const AS_THE_OTHERS = "";

const sayDays = (days: number): string => {
	if (days === 0) return "For ever";
	return days === 365 ? "A year" : `${days} days`;
};

const sayCount = (count: number): string =>
	count === 0 ? "All" : `The newest ${countOf(count, "headline")}`;

interface SpanFieldProps {
	id: string;
	label: string;
	/** What is chosen; absent where it is as the others. */
	value: number | undefined;
	choices: readonly number[];
	say: (choice: number) => string;
	/** Whether it may be as the others. */
	canFollow: boolean;
	describedBy: string;
	onChange: (choice: number | undefined) => void;
}

function SpanField({ id, label, value, choices, say, canFollow, describedBy, onChange }: SpanFieldProps) {
	return (
		<>
			<label class="desk-label" for={id}>
				{label}
			</label>
			<select
				id={id}
				class="field"
				value={value ?? AS_THE_OTHERS}
				aria-describedby={describedBy}
				onChange={({ currentTarget: { value: chosen } }) =>
					onChange(chosen === AS_THE_OTHERS ? undefined : Number(chosen))
				}
			>
				{canFollow && <option value={AS_THE_OTHERS}>As the others</option>}
				{choices.map((choice) => (
					<option key={choice} value={choice}>
						{say(choice)}
					</option>
				))}
			</select>
		</>
	);
}

interface RetentionFieldsProps {
	/** What the fields' ids begin with. */
	id: string;
	/** What is chosen; of a source, what it has of its own. */
	retention: Partial<Retention>;
	/** What the second field is called. */
	countLabel: string;
	/** Whether each may be as the others. */
	canFollow?: boolean;
	describedBy: string;
	/** Given what is chosen then. */
	onChange: (retention: Partial<Retention>) => void;
}

/** How long headlines are kept, by age and by number. */
export function RetentionFields({
	id,
	retention,
	countLabel,
	canFollow = false,
	...rest
}: RetentionFieldsProps) {
	const { describedBy, onChange } = rest;
	const { days, perSource } = retention;
	return (
		<>
			<SpanField
				id={`${id}-days`}
				label="Keep headlines"
				value={days}
				choices={RETENTION_DAYS}
				say={sayDays}
				canFollow={canFollow}
				describedBy={describedBy}
				onChange={(days) =>
					onChange({ ...(days !== undefined && { days }), ...(perSource !== undefined && { perSource }) })
				}
			/>
			<SpanField
				id={`${id}-count`}
				label={countLabel}
				value={perSource}
				choices={RETENTION_COUNTS}
				say={sayCount}
				canFollow={canFollow}
				describedBy={describedBy}
				onChange={(perSource) =>
					onChange({ ...(days !== undefined && { days }), ...(perSource !== undefined && { perSource }) })
				}
			/>
		</>
	);
}
