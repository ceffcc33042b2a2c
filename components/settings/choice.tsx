interface ChoiceProps<T extends string> {
	/** The question, and the group's name. */
	legend: string;
	name: string;
	value: T;
	options: { value: T; label: string; disabled?: boolean }[];
	/** What there is to know about the choice. */
	hint?: string;
	onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ legend, name, value, options, hint, onChange }: ChoiceProps<T>) {
	const hintId = hint === undefined ? undefined : `${name}-hint`;
	return (
		<fieldset class="setting choices" aria-describedby={hintId}>
			<legend>{legend}</legend>
			{options.map((option) => (
				<label key={option.value} class="choice">
					<input
						type="radio"
						name={name}
						value={option.value}
						checked={option.value === value}
						disabled={option.disabled}
						onChange={() => onChange(option.value)}
					/>
					{option.label}
				</label>
			))}
			{hint !== undefined && (
				<p id={hintId} class="desk-hint choices-hint">
					{hint}
				</p>
			)}
		</fieldset>
	);
}
