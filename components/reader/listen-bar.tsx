import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { SPEAKING_RATE } from "@/data/model/settings";
import type { Speech } from "../signals/speech";
import { Button, IconButton } from "../ui/button";

const { min, max, step } = SPEAKING_RATE;
const RATES = Array.from({ length: (max - min) / step + 1 }, (_, at) => min + at * step);

interface ListenBarProps {
	speech: Speech;
	/** The way to the next headline. */
	children?: ComponentChildren;
}

/** What can be done while something is read aloud. */
export function ListenBar({ speech, children }: ListenBarProps) {
	const id = useId();
	const isPaused = speech.state.value === "paused";
	return (
		<fieldset class="listen-bar" aria-label="Reading aloud">
			<IconButton icon="back" label="Previous sentence" onClick={() => speech.skip(-1)} />
			<IconButton
				icon={isPaused ? "play" : "pause"}
				label={isPaused ? "Go on reading aloud" : "Pause reading aloud"}
				onClick={isPaused ? speech.resume : speech.pause}
			/>
			<IconButton icon="forward" label="Next sentence" onClick={() => speech.skip(1)} />
			<IconButton icon="stop" label="Stop reading aloud" onClick={speech.stop} />
			<div class="listen-rate">
				<label for={id}>Speed</label>
				<select
					id={id}
					class="field"
					value={speech.rate.value}
					onChange={(event) => speech.setRate(Number(event.currentTarget.value))}
				>
					{RATES.map((rate) => (
						<option key={rate} value={rate}>
							{rate}×
						</option>
					))}
				</select>
			</div>
			{children}
		</fieldset>
	);
}

/** Goes to the next of the headlines that are read. */
export const NextHeadline = ({ onClick }: { onClick: () => void }) => (
	<Button onClick={onClick}>Next headline</Button>
);
