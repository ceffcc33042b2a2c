interface ChoiceProps<T extends string> {
	/** The question, and the group's name. */
	legend: string;
	name: string;
	value: T;
	options: { value: T; label: string }[];
	onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ legend, name, value, options, onChange }: ChoiceProps<T>) {
	return (
		<fieldset class="setting choices">
			<legend>{legend}</legend>
			{options.map((option) => (
				<label key={option.value} class="choice">
					<input
						type="radio"
						name={name}
						value={option.value}
						checked={option.value === value}
						onChange={() => onChange(option.value)}
					/>
					{option.label}
				</label>
			))}
		</fieldset>
	);
}
