import type { TickerHeadline } from "@/data/model/run";
import { IconButton } from "../ui/button";
import { Icon } from "../ui/icon";
import { sayPlace } from "./headline-words";
import type { Standing } from "./rotation";

interface TickerControlsProps {
	standing: Standing;
	paused: boolean;
	onPrevious: () => void;
	onTogglePaused: () => void;
	onNext: () => void;
}

/** What moves the ticker. */
export function TickerControls(props: TickerControlsProps) {
	const { standing, paused, onPrevious, onTogglePaused, onNext } = props;
	const { headline, previous, place, total } = standing;
	return (
		<div class="ticker-steps">
			<IconButton
				icon="previous"
				label="Previous headline"
				disabled={previous === undefined}
				onClick={onPrevious}
			/>
			<IconButton
				icon={paused ? "play" : "pause"}
				label={paused ? "Play ticker" : "Pause ticker"}
				disabled={!headline}
				onClick={onTogglePaused}
			/>
			<IconButton icon="next" label="Next headline" disabled={!headline} onClick={onNext} />
			{headline && <p class="ticker-place">{sayPlace(place, total)}</p>}
		</div>
	);
}

interface HeadlineActsProps {
	headline: TickerHeadline;
	onOpened: () => void;
	onMarkRead: () => void;
	onToggleSaved: () => void;
	onMute: () => void;
}

/** What can be done with the headline that is shown. */
export function HeadlineActs({ headline, ...acts }: HeadlineActsProps) {
	return (
		<div class="ticker-acts">
			{headline.url !== undefined && (
				<a
					class="button button-quiet"
					href={headline.url}
					rel="noreferrer"
					aria-label="Open original"
					title="Open original"
					onClick={acts.onOpened}
				>
					<Icon name="original" />
				</a>
			)}
			<IconButton icon="check" label="Mark read" onClick={acts.onMarkRead} />
			<IconButton icon="star" label="Save" pressed={headline.saved === true} onClick={acts.onToggleSaved} />
			<IconButton icon="mute" label={`Mute ${headline.sourceTitle}`} onClick={acts.onMute} />
		</div>
	);
}
