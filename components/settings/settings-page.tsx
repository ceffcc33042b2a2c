import type { ReadonlySignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Settings, SettingsChange } from "@/data/model/settings";
import type { Notes } from "../signals/notes";
import type { SettingsPart } from "../signals/route";
import { goToPart } from "../ui/go-to-part";
import { Alert, Status } from "../ui/notice";
import { Choice } from "./choice";
import { Notifications } from "./notifications";
import { PictureSettings } from "./picture-settings";
import { QuietHours } from "./quiet-hours";
import { RefreshSettings } from "./refresh-settings";
import { RetentionSettings } from "./retention-settings";
import { TickerSettings } from "./ticker-settings";

/** What the page of settings shows and does. */
export interface SettingsPageProps {
	settings: ReadonlySignal<Settings>;
	notes: Notes;
	/** What is going on, in words. */
	busy: ReadonlySignal<string | null>;
	/** The part that the address names. */
	at?: SettingsPart | undefined;
	/** Whether the extension can open the browser's own new tab. */
	canOpenBrowserTab: boolean;
	onChange: (change: SettingsChange) => void;
	/** Turns notifications on or off; called inside the click. */
	onNotify: (on: boolean) => void;
	/** The sections that change more than the settings, after the others. */
	children?: ComponentChildren;
}

const THEMES: { value: Settings["theme"]; label: string }[] = [
	{ value: "system", label: "As the system" },
	{ value: "light", label: "Light" },
	{ value: "dark", label: "Dark" },
];

const BADGES: { value: Settings["badge"]; label: string }[] = [
	{ value: "unread", label: "How many are unread" },
	{ value: "new", label: "New since I looked" },
	{ value: "watched", label: "Watched only" },
	{ value: "none", label: "None" },
];

/** What can be set; each change is saved at once. */
export function SettingsPage(props: SettingsPageProps) {
	const { notes, at, canOpenBrowserTab, onChange, onNotify, children } = props;
	const settings = props.settings.value;
	const busy = props.busy.value;
	const doing = useMemo(() => (busy === null ? null : { text: busy }), [busy]);
	useEffect(() => {
		if (at) goToPart(at);
	}, [at]);
	return (
		<div class="desk">
			<h1>Settings</h1>
			<div>
				<Choice
					legend="Theme"
					name="theme"
					value={settings.theme}
					options={THEMES}
					onChange={(theme) => onChange({ theme })}
				/>
				<TickerSettings settings={settings} canOpenBrowserTab={canOpenBrowserTab} onChange={onChange} />
				<RefreshSettings
					minutes={settings.refreshMinutes}
					onChange={(refreshMinutes) => onChange({ refreshMinutes })}
				/>
				<RetentionSettings retention={settings.retention} onChange={(retention) => onChange({ retention })} />
				<Choice
					legend="Badge on the toolbar icon"
					name="badge"
					value={settings.badge}
					options={BADGES}
					onChange={(badge) => onChange({ badge })}
				/>
				<QuietHours hours={settings.quietHours} onChange={(quietHours) => onChange({ quietHours })} />
				<Notifications settings={settings} onNotify={onNotify} onChange={onChange} />
				<PictureSettings settings={settings} onChange={onChange} />
				{children}
			</div>
			<div class="desk-notices">
				<Status note={doing ?? notes.status.value} />
				<Alert note={notes.alert.value} />
			</div>
		</div>
	);
}
