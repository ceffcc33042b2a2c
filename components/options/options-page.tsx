import type { ReadonlySignal } from "@preact/signals";
import type { Settings } from "@/data/model/settings";
import type { NamedSource } from "@/data/model/source";
import type { Room as StorageRoom } from "@/data/store/room";
import type { Typesetting } from "../reader/article-pane";
import { BriefingPage } from "../reader/briefing-page";
import { ReaderPage, type ReaderPageProps } from "../reader/reader-page";
import { BackupSection } from "../settings/backup-section";
import { ReadingSection } from "../settings/reading-section";
import { RulesSection, type RulesSectionProps } from "../settings/rules-section";
import { SettingsPage, type SettingsPageProps } from "../settings/settings-page";
import { SnapshotsSection } from "../settings/snapshots-section";
import { StorageSection } from "../settings/storage-section";
import { SyncSection, type SyncSectionProps } from "../settings/sync-section";
import type { Backup } from "../signals/backup";
import type { Briefing } from "../signals/briefing";
import type { Notes } from "../signals/notes";
import type { Route } from "../signals/route";
import type { Safekeeping } from "../signals/safekeeping";
import { SourcesPage, type SourcesPageProps } from "../sources/sources-page";
import { StorageAlert, type StorageTrouble } from "../ui/storage-alert";
import { Masthead } from "./masthead";

interface OptionsPageProps {
	route: ReadonlySignal<Route>;
	reading: Omit<ReaderPageProps, "rules" | "notes" | "titleOf" | "now" | "typesetting">;
	briefing: Briefing;
	ruling: Omit<RulesSectionProps, "now">;
	desk: Pick<SourcesPageProps, "sources" | "following" | "files" | "work" | "refresh">;
	named: ReadonlySignal<NamedSource[]>;
	settings: ReadonlySignal<Settings>;
	notes: Notes;
	now: ReadonlySignal<number>;
	typesetting: Typesetting;
	safekeeping: Safekeeping;
	/** How much room storage takes; null until that is known. */
	storageRoom: ReadonlySignal<StorageRoom | null>;
	backup: Backup;
	sync: Omit<SyncSectionProps, "settings">;
	/** What is the matter with the store. */
	trouble: StorageTrouble;
	preferences: Omit<SettingsPageProps, "settings" | "notes" | "busy" | "at">;
}

function Room(props: OptionsPageProps) {
	const { route, reading, ruling, desk, named, settings, notes, now, typesetting, preferences } = props;
	switch (route.value.room) {
		case "sources":
			return <SourcesPage {...desk} notes={notes} now={now} automatic={settings.value.refreshMinutes > 0} />;
		case "settings":
			return (
				<SettingsPage
					{...preferences}
					settings={settings}
					notes={notes}
					busy={desk.work.busy}
					at={route.value.at}
				>
					<ReadingSection styles={typesetting.styles} />
					<RulesSection {...ruling} now={now} />
					<StorageSection safekeeping={props.safekeeping} room={props.storageRoom} />
					<BackupSection backup={props.backup} busy={desk.work.busy} />
					<SyncSection {...props.sync} settings={settings} />
					<SnapshotsSection safekeeping={props.safekeeping} busy={desk.work.busy} />
				</SettingsPage>
			);
		case "briefing":
			return <BriefingPage {...reading.tools} notes={notes} briefing={props.briefing} />;
		default:
			return (
				<ReaderPage
					{...reading}
					rules={ruling.rules}
					notes={notes}
					titleOf={(id) => named.value.find((source) => source.id === id)?.title ?? ""}
					now={now}
					typesetting={typesetting}
				/>
			);
	}
}

/** The options page: its masthead, and the room that the address names. */
export function OptionsPage(props: OptionsPageProps) {
	return (
		<div class="options">
			<Masthead route={props.route.value} />
			<StorageAlert trouble={props.trouble} />
			<main class="room">
				<Room {...props} />
			</main>
		</div>
	);
}
