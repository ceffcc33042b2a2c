import { type Settings, type SettingsChange, type TickerMode, WORDS_PER_MINUTE } from "@/data/model/settings";
import { dwellOf } from "../ticker/pace";
import { Choice } from "./choice";

interface TickerSettingsProps {
	settings: Pick<Settings, "tickerMode" | "wordsPerMinute">;
	/** Whether the extension can open the browser's own new tab. */
	canOpenBrowserTab: boolean;
	onChange: (change: SettingsChange) => void;
}

/** A headline of common length, to show what a pace means. */
const SAMPLE = "Harbour town votes to keep its old lighthouse burning through the winter";

const MODES: { value: TickerMode; label: string }[] = [
	{ value: "one", label: "One at a time" },
	{ value: "tape", label: "Tape" },
	{ value: "front-page", label: "Front page" },
	{ value: "quiet", label: "Quiet" },
	{ value: "browser", label: "Browser’s own" },
];

function Pace({ wordsPerMinute, onChange }: { wordsPerMinute: number; onChange: (value: number) => void }) {
	const seconds = Math.round(dwellOf(SAMPLE, wordsPerMinute) / 1000);
	return (
		<div class="setting">
			<label class="desk-label" for="pace">
				Ticker pace
			</label>
			<input
				id="pace"
				type="range"
				min={WORDS_PER_MINUTE.min}
				max={WORDS_PER_MINUTE.max}
				step={10}
				value={wordsPerMinute}
				aria-valuetext={`${wordsPerMinute} words a minute`}
				onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
			/>
			<p class="desk-hint">
				{wordsPerMinute} words a minute. A headline of common length stays {seconds} seconds.
			</p>
		</div>
	);
}

/** How a new tab shows the headlines, and how fast. */
export function TickerSettings({ settings, canOpenBrowserTab, onChange }: TickerSettingsProps) {
	return (
		<>
			<Choice
				legend="On a new tab"
				name="ticker-mode"
				value={settings.tickerMode}
				options={MODES.map((mode) => ({
					...mode,
					disabled: mode.value === "browser" && !canOpenBrowserTab,
				}))}
				{...(!canOpenBrowserTab && {
					hint: "This browser lets no extension open the browser’s own new tab. Quiet comes closest.",
				})}
				onChange={(tickerMode) => onChange({ tickerMode })}
			/>
			<Pace
				wordsPerMinute={settings.wordsPerMinute}
				onChange={(wordsPerMinute) => onChange({ wordsPerMinute })}
			/>
		</>
	);
}
