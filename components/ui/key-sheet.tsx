import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "./button";

interface KeySheetProps {
	title: string;
	/** Keys that do the same, with a space between them, and what they do. */
	keys: readonly (readonly [keys: string, what: string])[];
	/** Called when it has been closed; whoever shows it takes it away then. */
	onClose: () => void;
}

/** A sheet over the page that says what each key does. It has the focus until it is closed. */
export function KeySheet({ title, keys, onClose }: KeySheetProps) {
	const sheet = useRef<HTMLDialogElement>(null);
	const heading = useId();
	useEffect(() => sheet.current?.showModal(), []);
	return (
		<dialog class="key-sheet" ref={sheet} closedby="any" aria-labelledby={heading} onClose={onClose}>
			<Button onClick={() => sheet.current?.close()}>Close</Button>
			<h2 id={heading}>{title}</h2>
			<dl>
				{keys.map(([names, what]) => (
					<div key={names}>
						<dt>
							{names.split(" ").map((name) => (
								<kbd key={name}>{name}</kbd>
							))}
						</dt>
						<dd>{what}</dd>
					</div>
				))}
			</dl>
		</dialog>
	);
}
