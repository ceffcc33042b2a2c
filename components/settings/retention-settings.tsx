import { RETENTION_COUNTS, RETENTION_DAYS, type Retention } from "@/data/model/retention";
import { countOf } from "../words/count";

interface RetentionSettingsProps {
	retention: Retention;
	onChange: (retention: Partial<Retention>) => void;
}

const sayDays = (days: number): string => {
	if (days === 0) return "For ever";
	return days === 365 ? "A year" : `${days} days`;
};

const sayCount = (count: number): string =>
	count === 0 ? "All" : `The newest ${countOf(count, "headline")}`;

/** How long headlines are kept. */
export function RetentionSettings({ retention, onChange }: RetentionSettingsProps) {
	return (
		<div class="setting">
			<label class="desk-label" for="retention-days">
				Keep headlines
			</label>
			<select
				id="retention-days"
				class="field"
				value={retention.days}
				aria-describedby="retention-hint"
				onChange={(event) => onChange({ days: Number(event.currentTarget.value) })}
			>
				{RETENTION_DAYS.map((days) => (
					<option key={days} value={days}>
						{sayDays(days)}
					</option>
				))}
			</select>
			<label class="desk-label" for="retention-count">
				Of each source
			</label>
			<select
				id="retention-count"
				class="field"
				value={retention.perSource}
				aria-describedby="retention-hint"
				onChange={(event) => onChange({ perSource: Number(event.currentTarget.value) })}
			>
				{RETENTION_COUNTS.map((count) => (
					<option key={count} value={count}>
						{sayCount(count)}
					</option>
				))}
			</select>
			<p id="retention-hint" class="desk-hint">
				What you have saved stays, and so does what you watch for until you have read it.
			</p>
		</div>
	);
}
