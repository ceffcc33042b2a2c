import type { Source } from "./source";

/** A feed that a page points to. */
export interface FoundFeed {
	url: string;
	title: string;
}

/** How adding an address went, short of trouble. */
export type Added =
	| { kind: "added"; source: Source; headlines: number }
	/** The page names several feeds: the user chooses, and the choice is added by its address. */
	| { kind: "choose"; feeds: FoundFeed[] }
	/** The feed lives on another origin, which has to be asked for first. */
	| { kind: "elsewhere"; url: string; origin: string };

/** What came out of an imported file. */
export type Imported =
	| { kind: "digest"; source: Source; headlines: number; added: number }
	| { kind: "opml"; added: number; known: number; broken: number };

/** How a refresh ended. */
export interface Refreshed {
	asked: number;
	failed: number;
	/** Headlines that had not been seen before. */
	fresh: number;
}
