import * as v from "valibot";
import { pictureAddresses } from "../formats/article/picture-addresses";
import type { Media } from "../model/media";
import { mediaSchema } from "../model/text-schemas";
import { parseInert } from "./inert";

/** An article as it is kept, unsanitised. */
export interface KeptText {
	html: string;
	media: Media[];
	/** Where its relative addresses start from. */
	page?: string;
}

/** Finds where the pictures of an article come from. */
export type FindPictures = (text: KeptText) => Promise<string[]>;

/** A {@link KeptText} as a message holds it. */
export const keptTextSchema: v.GenericSchema<unknown, KeptText> = v.object({
	html: v.string(),
	media: v.array(mediaSchema),
	page: v.exactOptional(v.string()),
});

/** What {@link FindPictures} answers, as a message holds it. */
export const foundPicturesSchema: v.GenericSchema<unknown, string[]> = v.array(v.string());

/** Finds the pictures of an article in this very context, which has to have a DOM. */
export const findPicturesHere: FindPictures = async ({ html, media, page }) =>
	pictureAddresses(parseInert(html).body, media, page);
