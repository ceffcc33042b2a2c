/**
 * What our own preparing has made of something, for furnishing to find after sanitising:
 * - `still`: a link in place of a player;
 * - `audio`: a link to a recording, to be played here;
 * - `drawing`: a picture that was drawn in the text itself;
 * - `stretch`: some lines of a very long paragraph.
 */
export const PARTS = ["still", "audio", "drawing", "stretch"] as const;

/** The attribute that says which part an element is; what comes with it from outside loses it. */
export const PART = "data-part";

/** Prefixes the ids of what a text links to in itself. */
export const INNER = "in-text-";
