import type { Mark } from "./headline";

/** What can be done to headlines. */
export type MarkAct = "read" | "unread" | "saved" | "unsaved" | "shown";

/**
 * A mark after an act at a time (milliseconds since 1970). What was done already keeps its first time, and
 * then the very same mark is answered, so that nothing needs to be written.
 */
export function applyAct(mark: Mark, act: MarkAct, now: number): Mark {
	switch (act) {
		case "read":
		case "saved":
		case "shown":
			return mark[act] === undefined ? { ...mark, [act]: now } : mark;
		case "unread": {
			const { read, ...rest } = mark;
			return read === undefined ? mark : rest;
		}
		case "unsaved": {
			const { saved, ...rest } = mark;
			return saved === undefined ? mark : rest;
		}
	}
}
