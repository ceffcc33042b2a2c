import type { Retention } from "@/data/model/retention";
import { RetentionFields } from "../ui/retention-fields";

interface RetentionSettingsProps {
	retention: Retention;
	onChange: (retention: Partial<Retention>) => void;
}

/** How long headlines are kept. */
export function RetentionSettings({ retention, onChange }: RetentionSettingsProps) {
	return (
		<div class="setting">
			<RetentionFields
				id="retention"
				retention={retention}
				countLabel="Of each source"
				describedBy="retention-hint"
				onChange={onChange}
			/>
			<p id="retention-hint" class="desk-hint">
				What you have saved stays, and so does what you watch for until you have read it. A source can have
				its own: edit it on Sources.
			</p>
		</div>
	);
}
