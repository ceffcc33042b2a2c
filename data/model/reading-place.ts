import type { HeadlineId } from "./headline";

/** How far somebody has come in an article. */
export interface ReadingPlace {
	/** How much of it is above the top of the screen, from 0 to 1. */
	read?: number;
	/** How far its audio has been heard, in seconds, by its address. */
	heard?: Record<string, number>;
}

/** A reading place as the archive keeps it. */
export interface KeptPlace extends ReadingPlace {
	id: HeadlineId;
	/** When it was left, in milliseconds since 1970. */
	at: number;
}
