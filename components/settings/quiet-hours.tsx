import { useRef } from "preact/hooks";
import type { QuietHours as Hours } from "@/data/model/settings";
import { Switch } from "./switch";
import { fromTimeField, toTimeField } from "./time-of-day";

interface QuietHoursProps {
	hours: Hours | null;
	/** Null for none. */
	onChange: (hours: Hours | null) => void;
}

/** What turning them on begins with. */
const NIGHT: Hours = { from: 22 * 60, to: 7 * 60 };

interface TimeProps {
	label: string;
	minutes: number;
	/** Where the span would be empty; on the way to another time a field may say so for a moment. */
	other: number;
	onChange: (minutes: number) => void;
}

function Time({ label, minutes, other, onChange }: TimeProps) {
	const take = (value: string, isDone: boolean) => {
		const chosen = fromTimeField(value);
		if (chosen !== undefined && chosen !== minutes && (isDone || chosen !== other)) onChange(chosen);
	};
	return (
		<label class="time">
			{label}
			<input
				type="time"
				class="field"
				value={toTimeField(minutes)}
				onChange={(event) => take(event.currentTarget.value, false)}
				onBlur={(event) => take(event.currentTarget.value, true)}
			/>
		</label>
	);
}

/** When nothing moves by itself and nothing notifies; a span without length is none. */
export function QuietHours({ hours, onChange }: QuietHoursProps) {
	/** What was set last, which the page may not have been told of yet when the other field is set. */
	const latest = useRef(hours);
	latest.current = hours;
	const set = (part: Partial<Hours>) => {
		const { from, to } = { ...NIGHT, ...latest.current, ...part };
		latest.current = { from, to };
		onChange(from === to ? null : latest.current);
	};
	return (
		<fieldset class="setting choices" aria-describedby="quiet-hint">
			<legend>Quiet hours</legend>
			<Switch label="Keep quiet every day" on={hours !== null} onTurn={(on) => onChange(on ? NIGHT : null)} />
			{hours && (
				<>
					<Time label="Quiet from" minutes={hours.from} other={hours.to} onChange={(from) => set({ from })} />
					<Time label="Quiet until" minutes={hours.to} other={hours.from} onChange={(to) => set({ to })} />
				</>
			)}
			<p id="quiet-hint" class="desk-hint choices-hint">
				The ticker stands still, and nothing notifies.
			</p>
		</fieldset>
	);
}
