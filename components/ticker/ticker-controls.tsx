import type { TickerHeadline } from "@/data/model/run";
import { IconButton } from "../ui/button";
import { sayPlace } from "./headline-words";
import { OriginalLink } from "./original-link";

interface TickerControlsProps {
	/** The place in the run; absent where it is over, and nothing is left to go on to. */
	at?: { place: number; total: number } | undefined;
	canGoBack: boolean;
	/** Whether they stand from right to left; what they say doesn't. */
	isRtl?: boolean;
	paused: boolean;
	onPrevious: () => void;
	onTogglePaused: () => void;
	onNext: () => void;
}

/** What moves the ticker. */
export function TickerControls(props: TickerControlsProps) {
	const { at, canGoBack, isRtl, paused, onPrevious, onTogglePaused, onNext } = props;
	return (
		<div class="ticker-steps">
			<IconButton icon="previous" label="Previous headline" disabled={!canGoBack} onClick={onPrevious} />
			<IconButton
				icon={paused ? "play" : "pause"}
				label={paused ? "Play ticker" : "Pause ticker"}
				disabled={!at}
				onClick={onTogglePaused}
			/>
			<IconButton icon="next" label="Next headline" disabled={!at} onClick={onNext} />
			{at && (
				<p class="ticker-place" dir={isRtl ? "ltr" : undefined}>
					{sayPlace(at.place, at.total)}
				</p>
			)}
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
			<OriginalLink url={headline.url} onOpened={acts.onOpened} />
			<IconButton icon="check" label="Mark read" onClick={acts.onMarkRead} />
			<IconButton icon="star" label="Save" pressed={headline.saved === true} onClick={acts.onToggleSaved} />
			<IconButton icon="mute" label={`Mute ${headline.sourceTitle}`} onClick={acts.onMute} />
		</div>
	);
}
