import type { ReadonlySignal } from "@preact/signals";
import type { BackupCounts } from "@/data/model/backup";
import { sayDate } from "../headlines/age";
import type { Backup, LookedInto } from "../signals/backup";
import { Button } from "../ui/button";
import { FileField } from "../ui/file-field";
import { useFocusBack } from "../ui/focus-back";
import { Progress } from "../ui/progress";
import { countOf } from "../words/count";

/** What the section of backups shows and does. */
export interface BackupSectionProps {
	backup: Backup;
	/** What is going on, in words. */
	busy: ReadonlySignal<string | null>;
}

/** Says how much is in a backup: "12 sources, 2 rules, 5,000 headlines, 8 of them saved". */
const sayCounts = ({ sources, rules, headlines, saved }: BackupCounts): string =>
	[
		countOf(sources, "source"),
		rules > 0 && countOf(rules, "rule"),
		countOf(headlines, "headline"),
		saved > 0 && `${countOf(saved, "saved article")}`,
	]
		.filter(Boolean)
		.join(", ");

interface FoundBackupProps {
	found: LookedInto;
	backup: Backup;
	/** Whether something is going on, so that nothing can be begun. */
	isBusy: boolean;
}

function FoundBackup({ found, backup, isBusy }: FoundBackupProps) {
	const { madeAt, product, counts } = found.facts;
	return (
		<section class="snapshot-trouble" aria-labelledby="found-backup-title">
			<h3 id="found-backup-title">{found.name}</h3>
			<p>
				Made on <time dateTime={new Date(madeAt).toISOString()}>{sayDate(madeAt)}</time> by Headline Ticker{" "}
				{product}: {sayCounts(counts)}.
			</p>
			<p class="desk-hint">
				Merging adds what is missing here; what is read or saved in either is so, and what you have set here
				stays. Replacing makes your sources, settings, rules and marks what they were then. A snapshot is
				taken first, and either can be undone.
			</p>
			<p class="snapshot-acts">
				<Button disabled={isBusy} onClick={() => void backup.restore("merge")}>
					Merge with what is here
				</Button>
				<Button disabled={isBusy} onClick={() => void backup.restore("replace")}>
					Replace what is here
				</Button>
				<Button disabled={isBusy} onClick={backup.letBe}>
					Cancel
				</Button>
			</p>
		</section>
	);
}

/** Everything as one file: to keep, to take along, and to go back to. */
export function BackupSection({ backup, busy }: BackupSectionProps) {
	// What was pressed goes with what was found.
	const section = useFocusBack<HTMLElement>((part) => part.querySelector("input"));
	const found = backup.found.value;
	const steps = backup.steps.value;
	const words = busy.value;
	return (
		<section class="setting" id="backup" tabIndex={-1} aria-labelledby="backup-title" ref={section}>
			<h2 id="backup-title">Backup</h2>
			<p class="desk-hint">
				All that is kept in one file: sources, settings, rules, headlines, articles and what you did with
				them, without pictures. Other programs can read it too.
			</p>
			<p class="snapshot-acts">
				<Button disabled={words !== null} onClick={() => void backup.make()}>
					Make a backup
				</Button>
			</p>
			<FileField
				id="restore"
				label="Restore from a backup"
				accept=".zip,application/zip"
				hint="The file is looked through, and you are shown what is in it, before anything is changed."
				onFile={backup.look}
			/>
			{steps && words && <Progress label={words} done={steps.done} total={steps.total} />}
			{found && <FoundBackup found={found} backup={backup} isBusy={words !== null} />}
		</section>
	);
}
