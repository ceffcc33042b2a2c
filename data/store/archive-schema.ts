import type { DBSchema, IDBPDatabase } from "idb";
import type { BackupChoices } from "../model/backup";
import type { FullText } from "../model/full-text";
import type { Article, Headline, HeadlineId, Mark, Revision, SourceId } from "../model/headline";
import type { KeptPlace } from "../model/reading-place";
import type { RuleId } from "../model/rule";
import type { Source } from "../model/source";

/** A headline as the archive keeps it. */
export interface KeptHeadline extends Omit<Headline, "watched"> {
	/** Minus `publishedAt`: an index can be read in one go in its own order alone, and the newest come first. */
	age: number;
	/** The canonical link, by which a feed that changes its guids is found out; absent without an address. */
	link?: string;
	/** When it was first seen, in milliseconds since 1970. */
	seenAt: number;
	/** When a backup brought it, in milliseconds since 1970; absent for what came from its source. */
	broughtAt?: number;
	/** The rules that mute it, and those that watch for it; absent where there are none. */
	mutedBy?: RuleId[];
	watchedBy?: RuleId[];
}

/** What the archive knows of a headline beside the headline itself, be it that it is kept and no more. */
export interface KeptMark extends Mark {
	id: HeadlineId;
	source: SourceId;
	/** Whether a rule mutes the headline. */
	muted?: true;
	/** Whether the headline isn't kept, and the mark waits for it to come again. */
	waits?: true;
}

/** What one mark has at the place of its headline's id in a column of a shelf, or null. */
type Column<T> = (T | null)[];

/**
 * What is kept of one source: the ids of all its headlines, and what was done with each, in columns, of which one in
 * which nothing stands is absent. What a browser would count, or write, headline by headline is one record so: see
 * docs/fifty-thousand.md.
 */
export interface Shelf {
	source: SourceId;
	ids: HeadlineId[];
	shown?: Column<number>;
	read?: Column<number>;
	saved?: Column<number>;
	muted?: Column<1>;
	waits?: Column<1>;
}

/**
 * A source that was removed. For a day it can be restored; then it is a former one, and known for as long as anything
 * of it is saved. Of either only what is saved is shown.
 */
export interface RemovedSource {
	id: SourceId;
	source: Source;
	/** Milliseconds since 1970. */
	removedAt: number;
	/** Whether its day is over, and what wasn't saved of it gone with that. */
	former?: true;
}

/** Facts about the archive as a whole. */
export interface Meta {
	/** Goes up by one with every transaction that changes anything. */
	revision: number;
	/** The revision in which headlines last came, went or changed. */
	headlinesChangedIn: number;
	/** When the user last asked for the ticker's run to begin again, in milliseconds since 1970. */
	restartedAt: number;
	/** When the popup was last opened, in milliseconds since 1970; absent until it is. */
	popupOpenedAt?: number;
	/** How far the kept headlines have been judged by each rule; absent until there is one. */
	judged?: Record<RuleId, Judged>;
	/** What extension storage is to hold by a decision that this archive has carried out; see ./owed.ts. */
	owed?: BackupChoices;
	/** Whether it has begun again, and the bundled edition hasn't been put back yet. */
	lacksEdition?: true;
}

/**
 * A rule's judging: all are judged, or those up to a place in the index `newest`; null before the first. What
 * the archive knows of a rule here may be in any headline's verdict.
 */
export type Judged = "all" | { after: [age: number, id: HeadlineId] | null };

/** A source's icon, as far as it is known. */
export interface KeptIcon {
	id: SourceId;
	/** Where the feed says that it is. */
	said?: string;
	/** The icon, as a data URL of a small PNG. */
	png?: string;
	/** When it may be looked for again, in milliseconds since 1970; absent where it hasn't been yet. */
	again?: number;
}

/** A source that is to be in the list of sources; with `replaces`, in place of the one of its id. */
export interface JoiningSource extends Source {
	replaces?: true;
}

/** A watched headline that a refresh has brought, and that is still to be told of. */
export interface News {
	id: HeadlineId;
	/** When it came, in milliseconds since 1970. */
	at: number;
}

/** A notification of the last hour. */
export interface GivenNotification {
	/** The browser's name for it. */
	id: string;
	/** When it was given, in milliseconds since 1970. */
	at: number;
	/** What it tells of, until it is known that the browser has shown it. */
	news: News[];
}

/** A picture of a saved article, kept so that it is there offline. */
export interface KeptPicture {
	headline: HeadlineId;
	/** Where it came from. */
	url: string;
	picture: Blob;
}

/** The archive's stores. */
export interface ArchiveSchema extends DBSchema {
	headlines: {
		key: HeadlineId;
		value: KeptHeadline;
		indexes: {
			newest: [age: number, id: HeadlineId];
			source: [SourceId, age: number];
			link: [SourceId, link: string];
			seen: number;
			mutedBy: RuleId;
			watchedBy: RuleId;
		};
	};
	articles: { key: HeadlineId; value: Article };
	shelves: { key: SourceId; value: Shelf };
	revisions: { key: number; value: Revision; indexes: { headline: HeadlineId } };
	/** Sources that were removed less than a day ago, or of which something is saved. */
	removed: { key: SourceId; value: RemovedSource };
	/** Sources that are to be in the list of sources and may not be there yet, in their order. */
	joining: { key: number; value: JoiningSource };
	/** What waits to be told of, and how that was done in the last hour; see docs/notifications.md. */
	news: { key: HeadlineId; value: News };
	notifications: { key: string; value: GivenNotification };
	meta: { key: "meta"; value: Meta };
	/** Sources' icons. Nothing is derived from them, so they count as no change of the archive. */
	icons: { key: SourceId; value: KeptIcon; indexes: { again: number } };
	/**
	 * What came of headlines' pages, how far articles have been read, and pictures of saved ones. As with icons,
	 * nothing on the front is derived from these.
	 */
	fullTexts: {
		key: HeadlineId;
		value: FullText;
		indexes: { source: SourceId; state: [state: FullText["state"], at: number] };
	};
	places: { key: HeadlineId; value: KeptPlace };
	pictures: { key: [HeadlineId, url: string]; value: KeptPicture; indexes: { headline: HeadlineId } };
}

/** The open archive. */
export type Archive = IDBPDatabase<ArchiveSchema>;
