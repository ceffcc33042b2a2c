import type { Source } from "./source";
import type { Trouble } from "./trouble";

/** A headline as a preview shows it. */
export interface PreviewedHeadline {
	title: string;
	/** Milliseconds since 1970, UTC. */
	publishedAt?: number;
}

/** A feed that could be followed. What it holds is there only where it could be looked at. */
export interface FoundFeed {
	url: string;
	/** Never empty. */
	title: string;
	/** How many headlines it holds. */
	count?: number;
	/** The newest three, newest first. */
	newest?: PreviewedHeadline[];
	/** It is followed already. */
	known?: boolean;
	/** Why it couldn't be looked at. */
	trouble?: Trouble;
}

/** What is looked for lies on another origin, which has to be asked for first. */
export interface Elsewhere {
	kind: "elsewhere";
	url: string;
	origin: string;
}

/** What stands behind an address; nothing has been added. */
export type Found = { kind: "found"; feeds: FoundFeed[] } | Elsewhere;

/** How adding an address went, short of trouble. */
export type Added =
	/** With how many headlines of it there are now. */
	| { kind: "added"; source: Source; headlines: number }
	/** The page names several feeds: the user chooses, and the choice is added by its address. */
	| { kind: "choose"; feeds: FoundFeed[] }
	| Elsewhere;

/** What became of one line of an imported list of feeds. */
export interface ImportedLine {
	/** As the list calls it; may be empty. */
	title: string;
	/** As the list has it. */
	url: string;
	result: "added" | "known" | "broken";
	/** Its line in the file, from 1, where that is known. */
	line?: number;
}

/** What came out of an imported file. */
export type Imported =
	| { kind: "digest"; source: Source; headlines: number; added: number }
	| { kind: "opml"; added: number; known: number; broken: number; lines: ImportedLine[] };

/** How a refresh ended. */
export interface Refreshed {
	asked: number;
	failed: number;
	/** Headlines that had not been seen before. */
	fresh: number;
	/** How many weren't asked because the user has stopped the refresh; absent where it went on to its end. */
	stopped?: number;
}
