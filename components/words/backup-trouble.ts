import type { BackupFault } from "@/data/model/backup-faults";

/** What is wrong with a file that somebody restores from; `where` names the file in it that it concerns. */
export const BACKUP_SENTENCES: Record<BackupFault, (where: string) => string> = {
	"backup-unknown": () =>
		"This is no backup of Headline Ticker. Choose a file that was made by “Make a backup”.",
	"backup-cut-short": () => "The end of this backup is missing. Copy or download it again.",
	"backup-too-big": () => "This file has more than 512 MB, which is more than any backup.",
	"backup-bomb": () => "This file would unpack to far more than a backup holds, so it wasn’t unpacked.",
	"backup-crowded": () => "There is more in this file than any backup holds.",
	"backup-astray": (where) => `A file in this backup is named to lie in another place (“${where}”).`,
	"backup-doubled": (where) => `This backup has two files of the name “${where}”, so neither can be trusted.`,
	"backup-stranger": (where) => `There is a file in this backup that doesn’t belong there (“${where}”).`,
	"backup-encrypted": () => "This file is locked with a password. Unlock it with the program that locked it.",
	"backup-packed-oddly": () => "This file is compressed in another way than a backup is.",
	"backup-damaged": () => "This backup is damaged: what is in it isn’t what was put in.",
	"backup-misshapen": (where) => `What is in this backup isn’t as it should be (“${where}”).`,
	"backup-numbers": (where) => `There are numbers in this backup that can’t be right (“${where}”).`,
	"backup-poisoned": (where) => `There is something in this backup that is made to do harm (“${where}”).`,
	"backup-incomplete": () => "A part of this backup is missing.",
	"backup-newer": () =>
		"This backup was made by a newer version of Headline Ticker. Update Headline Ticker, and try again.",
};
