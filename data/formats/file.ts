import { isDigest } from "./digest/detect";
import { isOpml } from "./opml/detect";

/** What a file that somebody imports can be. */
export type FileKind = "digest" | "opml" | "unknown";

/** Tells by its text which kind of file it is; names and MIME types lie too often to be asked. */
export function fileKind(text: string): FileKind {
	if (isOpml(text)) return "opml";
	return isDigest(text) ? "digest" : "unknown";
}
