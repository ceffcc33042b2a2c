import type { HeadlineKind } from "../../model/headline";
import type { DigestItem } from "./digest";

/** A tag that a video short carries, wherever it stands in the headline. */
const VIDEO_TAG = /#(?:shorts?|videos?|vidéo|vídeo|відео|видео)(?![\p{L}\p{N}_])/iu;
/** "VIDEO:", "[Video]" or "Watch |" in front; a word alone ("Video games boom") is no mark. */
const VIDEO_IN_FRONT =
	/^(?:▶|[[(](?:video|watch|vidéo|vídeo|відео|видео)[\])]|(?:video|watch|vidéo|vídeo|відео|видео)\s*[:|])/iu;
/** "(video)" or "[VIDEO]" at the end. */
const VIDEO_BEHIND = /[[(](?:video|vidéo|vídeo|відео|видео)[\])]$/iu;

const isVideo = (title: string): boolean =>
	[VIDEO_TAG, VIDEO_IN_FRONT, VIDEO_BEHIND].some((mark) => mark.test(title));

/** What a person can expect behind a digest's headline, by the marks in it and the text under it. */
export function digestKind({ title, paragraphs, complete }: DigestItem): HeadlineKind {
	if (isVideo(title)) return "video";
	if (paragraphs.length === 0) return "bare";
	return complete ? "article" : "cut-off";
}
