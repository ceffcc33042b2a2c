import { Button } from "./button";

/** Something to be told: what happened, or what failed, and perhaps one thing to do about it. */
export interface Note {
	text: string;
	action?: { label: string; act: () => void };
}

const Told = ({ note }: { note: Note }) => (
	<>
		<span>{note.text}</span>
		{note.action && <Button onClick={note.action.act}>{note.action.label}</Button>}
	</>
);

/**
 * Says politely what happened. It stands in the page even while it has nothing to say: a screen reader
 * only hears changes to a live region that was there before (ARIA 1.2, section 6.3.6).
 */
export function Status({ note }: { note: Note | null }) {
	return (
		<div role="status" class="notice">
			{note && <Told note={note} />}
		</div>
	);
}

/** Says at once what failed; it stands in the page for the same reason. */
export function Alert({ note }: { note: Note | null }) {
	return (
		<div role="alert" class={note ? "notice notice-alert" : "notice"}>
			{note && <Told note={note} />}
		</div>
	);
}
