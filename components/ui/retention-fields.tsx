import { RETENTION_COUNTS, RETENTION_DAYS, type Retention, withRetention } from "@/data/model/retention";
import { countOf } from "../words/count";
import { SelectField } from "./select-field";

/** The choice to have no choice of its own. */
const AS_THE_OTHERS = "";

const sayDays = (days: number): string => {
	if (days === 0) return "For ever";
	return days === 365 ? "A year" : `${days} days`;
};

const sayCount = (count: number): string =>
	count === 0 ? "All" : `The newest ${countOf(count, "headline")}`;

/** The fields of a retention, with what is offered in each. */
const FIELDS = [
	{ name: "days", choices: RETENTION_DAYS, say: sayDays },
	{ name: "perSource", choices: RETENTION_COUNTS, say: sayCount },
] as const;

interface RetentionFieldsProps {
	/** What the fields' ids begin with. */
	id: string;
	/** What is chosen; of a source, what it has of its own. */
	retention: Partial<Retention>;
	/** What the field for the number is called. */
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
	return (
		<>
			{FIELDS.map(({ name, choices, say }) => (
				<SelectField
					key={name}
					id={`${id}-${name}`}
					label={name === "days" ? "Keep headlines" : countLabel}
					value={String(retention[name] ?? AS_THE_OTHERS)}
					options={[
						...(canFollow ? [[AS_THE_OTHERS, "As the others"] as const] : []),
						...choices.map((choice) => [String(choice), say(choice)] as const),
					]}
					describedBy={describedBy}
					onChange={(chosen) =>
						onChange(withRetention(retention, name, chosen === AS_THE_OTHERS ? undefined : Number(chosen)))
					}
				/>
			))}
		</>
	);
}
