interface SelectFieldProps<T extends string> {
	id: string;
	label: string;
	value: T;
	/** The values with what each is called, in their order. */
	options: readonly (readonly [value: T, label: string])[];
	/** What says more about it, by its id. */
	describedBy?: string;
	onChange: (value: T) => void;
}

/** One of a few, folded up. */
export function SelectField<T extends string>({ id, label, value, options, ...rest }: SelectFieldProps<T>) {
	const { describedBy, onChange } = rest;
	return (
		<>
			<label class="desk-label" for={id}>
				{label}
			</label>
			<select
				id={id}
				class="field"
				value={value}
				aria-describedby={describedBy}
				onChange={(event) => {
					const chosen = options.find(([one]) => one === event.currentTarget.value);
					if (chosen) onChange(chosen[0]);
				}}
			>
				{options.map(([one, name]) => (
					<option key={one} value={one}>
						{name}
					</option>
				))}
			</select>
		</>
	);
}
