/** What kind of thing a {@link Media} is, by its declared medium, else its type, else its address. */
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** Every {@link MediaKind}. */
export const MEDIA_KINDS = ["image", "video", "audio", "other"] as const;

/** A file that belongs to an item: an enclosure, a picture, a video. */
export interface Media {
	/** Absolute, http or https. */
	url: string;
	kind: MediaKind;
	/** The MIME type as declared. */
	type?: string;
	/** In bytes, as declared. */
	length?: number;
	/** In seconds. */
	duration?: number;
	title?: string;
}
