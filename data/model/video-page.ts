import type { Headline } from "./headline";

const PAGE =
	/^https?:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch|shorts|live|embed)\b|youtu\.be\/|(?:www\.|player\.)?vimeo\.com\/(?:video\/)?\d)/i;
const SHORTS = /#shorts\b/i;

/** Whether a headline says by its address or a hashtag that there is a video on its page and no text. */
export const isVideoPage = ({ title, url }: Pick<Headline, "title" | "url">): boolean =>
	SHORTS.test(title) || (url !== undefined && PAGE.test(url));
