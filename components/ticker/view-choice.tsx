import type { TickerMode } from "@/data/model/settings";

interface ViewChoiceProps {
	value: TickerMode;
	/** Whether the browser lets an extension's new tab give way to the browser's own. */
	canGiveWay: boolean;
	onChange: (value: TickerMode) => void;
}

const VIEWS: readonly (readonly [mode: TickerMode, name: string, what: string])[] = [
	["one", "One at a time", "One headline after another, at your pace."],
	["tape", "Tape", "A line of headlines that goes by at your pace."],
	["front-page", "Front page", "A still page of a dozen stories, the most important first."],
	["quiet", "Quiet", "An empty page."],
	["browser", "Browser’s own", "The new tab that your browser came with."],
];

/** How a new tab shows the headlines: one of a few, all in sight. */
export function ViewChoice({ value, canGiveWay, onChange }: ViewChoiceProps) {
	return (
		<fieldset class="views">
			<legend>New tab</legend>
			{VIEWS.map(([mode, name, what]) => {
				const isOut = mode === "browser" && !canGiveWay;
				return (
					<label key={mode} class="view">
						<input
							type="radio"
							name="ticker-mode"
							aria-label={name}
							aria-describedby={`view-${mode}`}
							checked={mode === value}
							disabled={isOut}
							onChange={() => onChange(mode)}
						/>
						<span>
							{name}
							<span class="view-what" id={`view-${mode}`}>
								{isOut
									? "Firefox lets no extension show its own new tab. Choose Quiet, or another new tab in Firefox’s settings under Home."
									: mode === "browser" && value === mode
										? "New tabs show it from now on. To come back, open Settings from the popup."
										: what}
							</span>
						</span>
					</label>
				);
			})}
		</fieldset>
	);
}
