import { useId } from "preact/hooks";
import type { SourceId } from "@/data/model/headline";
import { Switch } from "../settings/switch";
import type { ReadingStyles } from "../signals/reading-styles";
import { Button } from "../ui/button";
import { TypeControls } from "./type-controls";

interface TypePanelProps {
	styles: ReadingStyles;
	source: SourceId;
}

/**
 * The button "Type", and the panel that it opens over a corner of the window: what is changed there is seen on
 * the article itself. Escape closes it, and so does a click beside it.
 */
export function TypePanel({ styles, source }: TypePanelProps) {
	const panel = useId();
	return (
		<>
			<button type="button" class="button" popovertarget={panel}>
				<span class="type-glyph" aria-hidden="true">
					Aa
				</span>
				Type
			</button>
			<div id={panel} popover="auto" class="type-panel" role="dialog" aria-label="Type">
				<TypeControls
					style={styles.of(source)}
					onTry={(change) => styles.try(change, source)}
					onKeep={(change) => void styles.keep(change, source)}
				/>
				<div class="setting">
					<Switch
						label="Only for this source"
						on={styles.hasOwn(source)}
						onTurn={(own) => void styles.setOwn(source, own)}
					/>
				</div>
				<div class="type-panel-end">
					<Button disabled={styles.isAsUsual(source)} onClick={() => void styles.reset(source)}>
						As usual
					</Button>
					<button type="button" class="button" popovertarget={panel} popovertargetaction="hide">
						Close
					</button>
				</div>
			</div>
		</>
	);
}
