import { useEffect, useRef } from "preact/hooks";
import { Button } from "../ui/button";
import { SourcesPane, type SourcesPaneProps } from "./sources-pane";

/** The sources and groups as a sheet over the page, where there is no room for them beside the list. */
export function FilterSheet({ onClose, ...props }: SourcesPaneProps & { onClose: () => void }) {
	const sheet = useRef<HTMLDialogElement>(null);
	useEffect(() => sheet.current?.showModal(), []);
	return (
		<dialog class="filter-sheet" ref={sheet} closedby="any" aria-label="Filter" onClose={onClose}>
			<SourcesPane {...props} onChosen={() => sheet.current?.close()} />
			<div class="filter-sheet-foot">
				<Button onClick={() => sheet.current?.close()}>Close</Button>
			</div>
		</dialog>
	);
}
