import { useLayoutEffect, useRef } from "preact/hooks";
import type { NewTabPage } from "../signals/new-tab";
import { Button } from "../ui/button";
import { KeySheet } from "../ui/key-sheet";
import { ViewChoice } from "./view-choice";

/** What the keys do, as components/ticker/ticker-keys.ts reads them. */
const KEYS_IN_WORDS: readonly (readonly [keys: string, what: string])[] = [
	["← →", "Previous or next headline"],
	["Space", "Pause, or play"],
	["m", "Mark it read"],
	["s", "Save it, or let it go"],
	["o", "Open the original"],
	["x", "Mute its source"],
	["v", "Choose a view"],
	["?", "These keys"],
];

interface SheetsProps {
	page: NewTabPage;
	canGiveWay: boolean;
}

function ViewSheet({ page, canGiveWay }: SheetsProps) {
	const sheet = useRef<HTMLDialogElement>(null);
	useLayoutEffect(() => sheet.current?.showModal(), []);
	return (
		<dialog
			class="key-sheet"
			ref={sheet}
			closedby="any"
			aria-label="View"
			onClose={() => {
				page.sheet.value = null;
			}}
		>
			<ViewChoice value={page.mode.value} canGiveWay={canGiveWay} onChange={page.choose} />
			<Button onClick={() => sheet.current?.close()}>Close</Button>
		</dialog>
	);
}

/** What lies over a new tab when it is asked for: its keys, or the choice of views. */
export function Sheets({ page, canGiveWay }: SheetsProps) {
	switch (page.sheet.value) {
		case "keys":
			return (
				<KeySheet
					title="Keys"
					keys={KEYS_IN_WORDS}
					onClose={() => {
						page.sheet.value = null;
					}}
				/>
			);
		case "view":
			return <ViewSheet page={page} canGiveWay={canGiveWay} />;
		default:
			return null;
	}
}
