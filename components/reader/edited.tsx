import type { Signal } from "@preact/signals";
import { sayDay } from "../headlines/age";
import { sayClockTime } from "../words/clock-time";

/** Says when an edit was seen: the time, and the day where that isn't today. */
function sayEdited(seenAt: number, now: number): string {
	const isToday = new Date(seenAt).toDateString() === new Date(now).toDateString();
	return isToday ? sayClockTime(seenAt) : `${sayDay(seenAt, now)}, ${sayClockTime(seenAt)}`;
}

interface EditedProps {
	/** When the last edit was seen, in milliseconds since 1970; undefined where there was none. */
	seenAt: number | undefined;
	now: number;
	/** Whether it is shown what changed. */
	open: Signal<boolean>;
}

/** Says that a headline was edited, and when that was seen; shows what changed, or hides it. */
export function Edited({ seenAt, now, open }: EditedProps) {
	if (seenAt === undefined) return null;
	return (
		<span class="article-edited">
			Edited <time dateTime={new Date(seenAt).toISOString()}>{sayEdited(seenAt, now)}</time>
			<button
				type="button"
				class="link-button"
				aria-expanded={open.value}
				onClick={() => {
					open.value = !open.value;
				}}
			>
				What changed
			</button>
		</span>
	);
}
