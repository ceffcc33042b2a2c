import { NOTIFY_PER_HOUR, type Settings, type SettingsChange } from "@/data/model/settings";
import { Switch } from "./switch";

interface NotificationsProps {
	settings: Pick<Settings, "notify" | "notifyPerHour">;
	/** Called inside the click, where the browser can be asked for its permission. */
	onNotify: (on: boolean) => void;
	onChange: (change: SettingsChange) => void;
}

const { min, max } = NOTIFY_PER_HOUR;
const CHOICES = Array.from({ length: max - min + 1 }, (_, place) => min + place);

/** Whether watched headlines notify, and how often at most. */
export function Notifications({ settings, onNotify, onChange }: NotificationsProps) {
	const { notify, notifyPerHour } = settings;
	return (
		<fieldset class="setting choices">
			<legend>Notifications</legend>
			<Switch label="Notify of watched headlines" on={notify} describedBy="notify-hint" onTurn={onNotify} />
			{notify && (
				<span class="time">
					<label for="notify-most">Most in an hour</label>
					<select
						id="notify-most"
						class="field"
						value={notifyPerHour}
						onChange={(event) => onChange({ notifyPerHour: Number(event.currentTarget.value) })}
					>
						{CHOICES.map((count) => (
							<option key={count} value={count}>
								{count}
							</option>
						))}
					</select>
				</span>
			)}
			<p id="notify-hint" class="desk-hint choices-hint">
				New headlines that your watch rules, below, look for notify once, together. None in quiet hours.
			</p>
		</fieldset>
	);
}
