import type { SourceId } from "../model/headline";
import { type Archive, ofSource } from "./database";

/** Counts the headlines of a source that lists show: all that are kept of it and that no rule mutes. */
export async function countListed(archive: Archive, source: SourceId): Promise<number> {
	const kept = await archive.getAllFromIndex("headlines", "source", ofSource(source));
	return kept.filter(({ mutedBy }) => mutedBy === undefined).length;
}
