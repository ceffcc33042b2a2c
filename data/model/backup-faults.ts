/** What can be wrong with a file that somebody restores from; each has a sentence of its own. */
export const BACKUP_FAULTS = [
	/** It is no zip, or has no word of what is in it. */
	"backup-unknown",
	/** Its end is missing. */
	"backup-cut-short",
	/** It is bigger than any that is read. */
	"backup-too-big",
	/** It would unpack to more than it may, or than it says. */
	"backup-bomb",
	/** It has more files in it, or a longer list of sources, than is read. */
	"backup-crowded",
	/** A file in it is named to lie elsewhere. */
	"backup-astray",
	/** Two files in it have one name. */
	"backup-doubled",
	/** It has a file that no backup has, such as another zip. */
	"backup-stranger",
	"backup-encrypted",
	/** A file in it is compressed in a way that no backup is. */
	"backup-packed-oddly",
	/** What is in a file isn't what was put in. */
	"backup-damaged",
	/** A file in it holds something else than it should. */
	"backup-misshapen",
	/** A file in it holds a number that is none of ours. */
	"backup-numbers",
	/** A file in it holds a name that could change how programs work. */
	"backup-poisoned",
	/** It lacks a part, or holds more or less than it says. */
	"backup-incomplete",
	/** A newer version has made it, in a form that isn't known here. */
	"backup-newer",
] as const;
export type BackupFault = (typeof BACKUP_FAULTS)[number];
