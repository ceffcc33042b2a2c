import type { ReadonlySignal } from "@preact/signals";
import type { SnapshotFacts, SnapshotReason } from "@/data/model/snapshot";
import { sayDate } from "../headlines/age";
import type { Safekeeping } from "../signals/safekeeping";
import { Button } from "../ui/button";
import { countOf } from "../words/count";
import { SetAsideList } from "./set-aside-list";

/** What the section of snapshots shows and does. */
export interface SnapshotsSectionProps {
	safekeeping: Safekeeping;
	/** What is going on, in words. */
	busy: ReadonlySignal<string | null>;
}

const REASONS: Record<SnapshotReason, string> = {
	day: "As each day",
	update: "Before an update",
	import: "Before an import",
	removal: "Before something was removed",
	"bring-back": "Before a snapshot was brought back",
	sync: "Before another device’s changes",
	restore: "Before a backup was restored",
	asked: "When you asked",
};

const size = new Intl.NumberFormat("en", { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 });

/** Says what is in a snapshot: "12 sources, 2 rules, 340 marks, 8 saved articles". */
const sayContents = ({ sources, rules, marks, saved }: SnapshotFacts): string =>
	[
		countOf(sources, "source"),
		rules > 0 && countOf(rules, "rule"),
		countOf(marks, "mark"),
		countOf(saved, "saved article"),
	]
		.filter(Boolean)
		.join(", ");

interface SnapshotRowProps {
	snapshot: SnapshotFacts;
	/** Whether something is going on, so that nothing can be begun. */
	isBusy: boolean;
	onBringBack: () => void;
}

function SnapshotRow({ snapshot, isBusy, onBringBack }: SnapshotRowProps) {
	const date = sayDate(snapshot.takenAt);
	return (
		<li class="snapshot">
			<p class="snapshot-date">
				<time dateTime={new Date(snapshot.takenAt).toISOString()}>{date}</time>
			</p>
			<p class="desk-hint">
				{REASONS[snapshot.why]}. {sayContents(snapshot)}; {size.format(Math.ceil(snapshot.bytes / 1000))}.
			</p>
			<Button label={`Bring back ${date}`} disabled={isBusy} onClick={onBringBack}>
				Bring back
			</Button>
		</li>
	);
}

/**
 * Snapshots, and what was set aside: what there is to go back to when something went wrong. What comes in its own
 * time stands last, where it moves nothing.
 */
export function SnapshotsSection({ safekeeping, busy }: SnapshotsSectionProps) {
	const isBusy = busy.value !== null;
	const snapshots = safekeeping.snapshots.value;
	return (
		<section class="setting" aria-labelledby="snapshots-title">
			<h2 id="snapshots-title">Snapshots</h2>
			<p class="desk-hint">
				Your sources, settings, rules, marks and saved articles without their pictures, as they were each day
				and before an update, an import or a removal. Seven are kept.
			</p>
			<p class="snapshot-acts">
				<Button disabled={isBusy} onClick={safekeeping.take}>
					Take a snapshot now
				</Button>
				<Button disabled={isBusy} onClick={safekeeping.check}>
					Check what is kept
				</Button>
			</p>
			{snapshots.length > 0 && (
				<ul class="snapshots" aria-label="Snapshots">
					{snapshots.map((snapshot) => (
						<SnapshotRow
							key={snapshot.id}
							snapshot={snapshot}
							isBusy={isBusy}
							onBringBack={() => void safekeeping.bringBack(snapshot)}
						/>
					))}
				</ul>
			)}
			<SetAsideList safekeeping={safekeeping} />
		</section>
	);
}
