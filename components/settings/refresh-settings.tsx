import { REFRESH_CHOICES } from "@/data/model/settings";

function sayInterval(minutes: number): string {
	if (minutes === 0) return "Only when I ask";
	if (minutes < 60) return `Every ${minutes} minutes`;
	return minutes === 60 ? "Every hour" : `Every ${minutes / 60} hours`;
}

interface RefreshSettingsProps {
	minutes: number;
	onChange: (minutes: number) => void;
}

/** How often the feeds are asked. */
export function RefreshSettings({ minutes, onChange }: RefreshSettingsProps) {
	return (
		<div class="setting">
			<label class="desk-label" for="interval">
				Refresh interval
			</label>
			<select
				id="interval"
				class="field"
				value={minutes}
				onChange={(event) => onChange(Number(event.currentTarget.value))}
			>
				{REFRESH_CHOICES.map((choice) => (
					<option key={choice} value={choice}>
						{sayInterval(choice)}
					</option>
				))}
			</select>
		</div>
	);
}
