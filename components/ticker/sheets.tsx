import { useLayoutEffect, useRef } from "preact/hooks";
import type { TickerMode } from "@/data/model/settings";
import type { NewTabPage, Sheet } from "../signals/new-tab";
import { Button } from "../ui/button";
import { KeySheet } from "../ui/key-sheet";
import { ViewChoice } from "./view-choice";

type KeyInWords = readonly [keys: string, what: string];

const MOVING: readonly KeyInWords[] = [
	["← →", "Previous or next headline"],
	["Space", "Pause, or play"],
];
const ACTING: readonly KeyInWords[] = [
	["m", "Mark it read"],
	["s", "Save it, or let it go"],
	["o", "Open the original"],
	["x", "Mute its source"],
];
const ALWAYS: readonly KeyInWords[] = [
	["v", "Choose a view"],
	["?", "These keys"],
];

/** What the keys do in a view, as components/ticker/ticker-keys.ts reads them. */
function keysIn(mode: TickerMode): readonly KeyInWords[] {
	if (mode === "quiet" || mode === "browser") return ALWAYS;
	// On the front page keys act on the story that has the focus; Tab moves.
	return mode === "front-page"
		? [["Tab", "Next story"], ...ACTING, ...ALWAYS]
		: [...MOVING, ...ACTING, ...ALWAYS];
}

interface SheetsProps {
	page: NewTabPage;
	canGiveWay: boolean;
}

/** A browser tells of the closing only afterwards, and by then another sheet may have been asked for. */
function takeAway({ sheet }: NewTabPage, closed: Sheet): void {
	if (sheet.value === closed) sheet.value = null;
}

function ViewSheet({ page, canGiveWay }: SheetsProps) {
	const sheet = useRef<HTMLDialogElement>(null);
	useLayoutEffect(() => {
		sheet.current?.showModal();
		// By itself it focuses the first, whichever is chosen.
		sheet.current?.querySelector<HTMLElement>(":checked")?.focus();
	}, []);
	return (
		<dialog
			class="key-sheet"
			ref={sheet}
			closedby="any"
			aria-label="View"
			onClose={() => takeAway(page, "view")}
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
			return <KeySheet title="Keys" keys={keysIn(page.mode.value)} onClose={() => takeAway(page, "keys")} />;
		case "view":
			return <ViewSheet page={page} canGiveWay={canGiveWay} />;
		default:
			return null;
	}
}
