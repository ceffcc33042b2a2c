import type { SourceId } from "../model/headline";
import { openArchive } from "./database";

/** Reads all icons that are at hand, for a page, each as a data URL. */
export async function readIcons(): Promise<Record<SourceId, string>> {
	const archive = await openArchive();
	try {
		const icons = await archive.getAll("icons");
		return Object.fromEntries(icons.flatMap(({ id, png }) => (png === undefined ? [] : [[id, png]])));
	} finally {
		archive.close();
	}
}
