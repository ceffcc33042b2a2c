/** So many pictures of one saved article are kept. */
export const PICTURES_LIMIT = 60;
/** The biggest picture that is kept, in bytes. */
export const PICTURE_LIMIT_BYTES = 8_000_000;
/** What all kept pictures of one article may take, in bytes. */
export const ARTICLE_PICTURES_LIMIT_BYTES = 40_000_000;

/** How keeping an article's pictures went. */
export interface PicturesKept {
	kept: number;
	/** Those that couldn't be had, or that were too big or too many. */
	missed: number;
}
