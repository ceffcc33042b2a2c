import type { ReadingStyle } from "@/data/model/reading-style";

/** The size in pixels that a rem has where nobody has set another. */
const USUAL_SIZE = 16;

/** What puts a style on the element with the class "type" around an article; assets/styles/type.css reads it. */
export const typeOf = (style: ReadingStyle) => ({
	style: {
		// In rem, so that it grows with the size of text that the user has set in the browser.
		"--type-size": `${style.size / USUAL_SIZE}rem`,
		"--type-measure": String(style.measure),
		"--type-leading": String(style.leading),
	},
	"data-face": style.face,
	"data-theme": style.theme === "system" ? undefined : style.theme,
	"data-justify": style.justify ? "" : undefined,
	"data-hyphenate": style.hyphenate ? "" : undefined,
});
