import type { ReadonlySignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { REFRESH_CHOICES, type Settings, WORDS_PER_MINUTE } from "@/data/model/settings";
import type { Notes } from "../signals/notes";
import { dwellOf } from "../ticker/pace";
import { Alert, Status } from "../ui/notice";
import { Choice } from "./choice";

interface SettingsPageProps {
	settings: ReadonlySignal<Settings>;
	notes: Notes;
	onChange: (change: Partial<Settings>) => void;
	/** More sections. */
	children?: ComponentChildren;
}

/** A headline of common length, to show what a pace means. */
const SAMPLE = "Harbour town votes to keep its old lighthouse burning through the winter";

function sayInterval(minutes: number): string {
	if (minutes === 0) return "Only when I ask";
	if (minutes < 60) return `Every ${minutes} minutes`;
	return minutes === 60 ? "Every hour" : `Every ${minutes / 60} hours`;
}

function Pace({ wordsPerMinute, onChange }: { wordsPerMinute: number; onChange: (value: number) => void }) {
	const seconds = Math.round(dwellOf(SAMPLE, wordsPerMinute) / 1000);
	return (
		<div class="setting">
			<label class="desk-label" for="pace">
				Ticker pace
			</label>
			<input
				id="pace"
				type="range"
				min={WORDS_PER_MINUTE.min}
				max={WORDS_PER_MINUTE.max}
				step={10}
				value={wordsPerMinute}
				aria-valuetext={`${wordsPerMinute} words a minute`}
				onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
			/>
			<p class="desk-hint">
				{wordsPerMinute} words a minute. A headline of common length stays {seconds} seconds.
			</p>
		</div>
	);
}

/** What can be set; each change is saved at once. */
export function SettingsPage({ settings, notes, onChange, children }: SettingsPageProps) {
	const { theme, wordsPerMinute, refreshMinutes, badge } = settings.value;
	return (
		<div class="desk">
			<h1>Settings</h1>
			<div>
				<Choice
					legend="Theme"
					name="theme"
					value={theme}
					options={[
						{ value: "system", label: "As the system" },
						{ value: "light", label: "Light" },
						{ value: "dark", label: "Dark" },
					]}
					onChange={(value) => onChange({ theme: value })}
				/>
				<Pace wordsPerMinute={wordsPerMinute} onChange={(value) => onChange({ wordsPerMinute: value })} />
				<div class="setting">
					<label class="desk-label" for="interval">
						Refresh interval
					</label>
					<select
						id="interval"
						class="field"
						value={refreshMinutes}
						onChange={(event) => onChange({ refreshMinutes: Number(event.currentTarget.value) })}
					>
						{REFRESH_CHOICES.map((minutes) => (
							<option key={minutes} value={minutes}>
								{sayInterval(minutes)}
							</option>
						))}
					</select>
				</div>
				<Choice
					legend="Badge on the toolbar icon"
					name="badge"
					value={badge}
					options={[
						{ value: "unread", label: "How many are unread" },
						{ value: "none", label: "None" },
					]}
					onChange={(value) => onChange({ badge: value })}
				/>
				{children}
			</div>
			<div class="desk-notices">
				<Status note={notes.status.value} />
				<Alert note={notes.alert.value} />
			</div>
		</div>
	);
}
