interface SwitchProps {
	label: string;
	on: boolean;
	/** The id of what describes it. */
	describedBy?: string;
	/** Called inside the click. */
	onTurn: (on: boolean) => void;
}

/** On or off. It shows what is set, and turns when that does: what is refused leaves it as it was. */
export function Switch({ label, on, describedBy, onTurn }: SwitchProps) {
	return (
		<label class="choice">
			<input
				type="checkbox"
				checked={on}
				aria-describedby={describedBy}
				onClick={(event) => {
					event.preventDefault();
					onTurn(!on);
				}}
			/>
			{label}
		</label>
	);
}
