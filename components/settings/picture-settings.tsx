import type { Settings, SettingsChange } from "@/data/model/settings";
import { Switch } from "./switch";

interface PictureSettingsProps {
	settings: Pick<Settings, "pictures" | "keepPictures">;
	onChange: (change: SettingsChange) => void;
}

/** Whether articles load their pictures, and keep them. */
export function PictureSettings({ settings, onChange }: PictureSettingsProps) {
	return (
		<fieldset class="setting choices">
			<legend>Articles</legend>
			<Switch
				label="Load pictures in articles"
				on={settings.pictures}
				onTurn={(pictures) => onChange({ pictures })}
			/>
			<Switch
				label="Keep the pictures of saved articles offline"
				on={settings.keepPictures}
				describedBy="pictures-hint"
				onTurn={(keepPictures) => onChange({ keepPictures })}
			/>
			<p id="pictures-hint" class="desk-hint choices-hint">
				When you save an article in the reader, the browser may ask whether its pictures’ hosts can be read.
			</p>
		</fieldset>
	);
}
