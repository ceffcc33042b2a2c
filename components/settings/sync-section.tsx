import type { ReadonlySignal } from "@preact/signals";
import type { Settings } from "@/data/model/settings";
import type { SyncStatus } from "@/data/model/sync/status";
import { sayDate } from "../headlines/age";
import { sayTrouble } from "../words/trouble";
import { Switch } from "./switch";

/** What the section of the browser's profile shows and does. */
export interface SyncSectionProps {
	settings: ReadonlySignal<Settings>;
	/** How it goes; null where it is off, or hasn't begun. */
	status: ReadonlySignal<SyncStatus | null>;
	/** Whether the browser syncs anything for extensions. */
	canSync: boolean;
	onTurn: (on: boolean) => void;
}

function When({ label, at }: { label: string; at: number | null }) {
	if (at === null) return null;
	return (
		<p class="desk-hint">
			{label} <time dateTime={new Date(at).toISOString()}>{sayDate(at)}</time>.
		</p>
	);
}

/** Whether what the user chose and did follows their browser's profile, and how that goes. */
export function SyncSection({ settings, status, canSync, onTurn }: SyncSectionProps) {
	const on = settings.value.sync;
	const { trouble = null, writtenAt = null, readAt = null } = status.value ?? {};
	return (
		<section class="setting" aria-labelledby="sync-title">
			<h2 id="sync-title">Other devices</h2>
			{canSync ? (
				<Switch label="Follow my browser profile" on={on} describedBy="sync-hint" onTurn={onTurn} />
			) : (
				<p>{sayTrouble({ code: "sync-missing" })}</p>
			)}
			<p class="desk-hint" id="sync-hint">
				Your settings, rules, feeds, and what you have read and saved, the same on each device where you turn
				this on and are signed in to the browser. It goes through the browser maker’s own account sync; we
				send nothing, and have no server. Articles, how long they are kept, and notifications are each
				device’s own. Turned off, this device stays as it is, and what it sent is taken back.
			</p>
			{on && trouble && canSync && <p>{sayTrouble({ code: trouble })}</p>}
			{on && <When label="Last sent from here" at={writtenAt} />}
			{on && <When label="Last looked at" at={readAt} />}
		</section>
	);
}
