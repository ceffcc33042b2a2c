import type { ReadonlySignal } from "@preact/signals";
import type { Room } from "@/data/store/room";
import type { Safekeeping } from "../signals/safekeeping";
import { Button } from "../ui/button";
import { sayRoom } from "../words/room";

/** What the section of storage shows and does. */
export interface StorageSectionProps {
	safekeeping: Safekeeping;
	/** How much room there is; null until that is known. */
	room: ReadonlySignal<Room | null>;
}

/** What can be done about what the page's own alert says of the store. */
function StorageActs({ safekeeping }: { safekeeping: Safekeeping }) {
	const code = safekeeping.health.value;
	// Room is made on the disk, or by keeping less.
	if (!code || code === "storage-full") return null;
	const canStartAgain = code === "storage-broken" || code === "update-failed";
	return (
		<p class="snapshot-acts">
			<Button onClick={safekeeping.tryAgain}>Try again</Button>
			{canStartAgain && <Button onClick={safekeeping.startAgain}>Start again from the last snapshot</Button>}
		</p>
	);
}

/** How much room is taken, and what can be done where the store is in trouble. */
export function StorageSection({ safekeeping, room }: StorageSectionProps) {
	return (
		<section class="setting" id="storage" tabIndex={-1} aria-labelledby="storage-title">
			<h2 id="storage-title">Storage</h2>
			<dl class="room-taken">
				{sayRoom(room.value).map(({ what, taken }) => (
					<div key={what}>
						<dt>{what}</dt>
						<dd>{taken}</dd>
					</div>
				))}
			</dl>
			<p class="desk-hint">
				It is all on your own disk. To take less, keep headlines for a shorter time, above.
			</p>
			<StorageActs safekeeping={safekeeping} />
		</section>
	);
}
