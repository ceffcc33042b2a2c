import { useRef } from "preact/hooks";
import { Button } from "./button";

/** Something to be told: what happened, or what failed, and perhaps what can be done about it, here or elsewhere. */
export interface Note {
	text: string;
	action?: { label: string; act: () => void };
	link?: { label: string; href: string };
}

interface LiveProps {
	role: "status" | "alert";
	note: Note | null;
}

function Live({ role, note }: LiveProps) {
	const place = useRef<HTMLDivElement>(null);
	// The same words told again are something new, and are heard only where they stand in a new element.
	const told = useRef({ note, times: 0 });
	if (told.current.note !== note) told.current = { note, times: told.current.times + 1 };
	const action = note?.action;
	return (
		<div role={role} class={`notice notice-${role}`} tabIndex={-1} ref={place}>
			{note && <span key={told.current.times}>{note.text}</span>}
			{/* Apart on the screen by their gap, and for whoever hears them by a space. */}
			{(note?.link || action) && " "}
			{note?.link && (
				<a href={note.link.href} target="_blank" rel="noopener">
					{note.link.label}
				</a>
			)}
			{action && (
				<Button
					onClick={() => {
						// The button goes with its note, and what comes of it is told here.
						place.current?.focus();
						action.act();
					}}
				>
					{action.label}
				</Button>
			)}
		</div>
	);
}

/**
 * Says politely what happened. It stands in the page even while it has nothing to say: a screen reader
 * only hears changes to a live region that was there before (ARIA 1.2, section 6.3.6). A note is told once,
 * and again when it is another one, be it in the same words.
 */
export const Status = ({ note }: { note: Note | null }) => <Live role="status" note={note} />;

/** Says at once what failed; it stands in the page for the same reason. */
export const Alert = ({ note }: { note: Note | null }) => <Live role="alert" note={note} />;
