import type { SourceId } from "../model/headline";
import { withArchive } from "./database";

/** Reads all icons that are at hand, for a page, each as a data URL. */
export function readIcons(): Promise<Record<SourceId, string>> {
	return withArchive(async (archive) => {
		const icons = await archive.getAll("icons");
		return Object.fromEntries(icons.flatMap(({ id, png }) => (png === undefined ? [] : [[id, png]])));
	});
}
