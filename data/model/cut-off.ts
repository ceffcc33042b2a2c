import { BARE_TEASER, FEED_FOOTER, leadsOn, POST_LINKS } from "./cut-off-words";
import { plainText } from "./plain-text";
import { isCredit } from "./text-credits";

/** How much text without a full stop is a sentence that breaks off, in characters. */
interface Least {
	/** A credit, a caption or an item of a list seldom runs longer on a line of its own. */
	line: number;
	/** What follows a whole sentence on the same line is prose, so less of it is enough. */
	tail: number;
	/** One line without any full stop: publishers' standfirsts go up to about 150 characters. */
	alone: number;
}
const LEAST: Least = { line: 40, tail: 24, alone: 160 };
/** Chinese and Japanese say as much in a third of the characters. */
const LEAST_EAST_ASIAN: Least = { line: 16, tail: 10, alone: 60 };
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u;

const ELLIPSIS = /(?:…|\.{3})\s*[\])}>»→]*$/u;
const FINISHED = /[\p{Sentence_Terminal}"”’'»›)\]}」』】）〉》]\s*$/u;
const HANGING =
	/(?:^|[\s(])(?:an?|the|and|or|but|nor|of|which|whose|because|although|than|into|und|oder|et|ou|и|или|та|або)$/iu;
/** A link, a tag, a name or a picture sign is how posts end. */
const POST_END = /(?:^|\s)(?:[#@]\S+|[a-z]+:\/\/\S+|www\.\S+|\p{Extended_Pictographic}\S*)$/iu;
/** Thai and Lao write no full stops. */
const NO_FULL_STOPS = /[\p{Script=Thai}\p{Script=Lao}]$/u;
const LIST_ITEM = /^(?:[-*•·–—]|\d+[.)])\s/u;
const LAST_SENTENCE_END =
	/^.*(?:\p{Sentence_Terminal}["”’'»)\]」』]*\s+|[。！？｡]["”’)\]」』）】》〉]*\s*)(?=\S)/su;
/** Judging the end needs no more than this much of it, of what leads on and of a feed's footer less. */
const TAIL_LENGTH = 4000;
const TEASER_LENGTH = 200;
const FOOTER_LENGTH = 700;

/** The last link or button of some HTML, where nothing but signs and closing tags stands behind it. */
const LAST_LINK =
	/<(a|button)\b[^<>]*>((?:(?!<\/?\1\b)[\s\S]){1,400}?)<\/\1\s*>(?:<\/?[a-z][^<>]*>|[\s.…»›→\])>]|&nbsp;|&raquo;|&rarr;|&hellip;)*$/iu;
const LAST_LINK_LENGTH = 1500;

const opensWithoutClosing = (line: string): boolean =>
	(line.match(/[([]/gu)?.length ?? 0) > (line.match(/[)\]]/gu)?.length ?? 0);

/** A text's end without what feeds put below it. */
function endOf(text: string): string {
	const end = text.slice(-TAIL_LENGTH).trimEnd().replace(POST_LINKS, "");
	const footer = FEED_FOOTER.exec(end.slice(-FOOTER_LENGTH))?.[0] ?? "";
	return end.slice(0, end.length - footer.length).trimEnd();
}

/**
 * Tells whether a plain text ends before it should: in an ellipsis, in a "Read more", or in the middle of a
 * sentence. Paragraphs are told apart by line breaks. In doubt it answers false: to call a whole text cut off
 * is worse than to miss one that is.
 */
export function endsEarly(text: string): boolean {
	const end = endOf(text);
	if (end === "") return false;
	if (ELLIPSIS.test(end) || leadsOn(end.slice(-TEASER_LENGTH))) return true;
	// Posts of people come whole, and many have no full stop.
	if (POST_LINKS.test(text.slice(-FOOTER_LENGTH).trimEnd())) return false;
	if (FINISHED.test(end) || POST_END.test(end) || NO_FULL_STOPS.test(end) || end.endsWith(":")) return false;

	const line = end.slice(end.lastIndexOf("\n") + 1).trim();
	if (HANGING.test(line) || /[,，、،]$/u.test(line)) return true;
	const tail = line.replace(LAST_SENTENCE_END, "");
	if (LIST_ITEM.test(line) || isCredit(tail)) return false;
	const least = EAST_ASIAN.test(end) ? LEAST_EAST_ASIAN : LEAST;
	if (opensWithoutClosing(tail) && line.length >= least.line) return true;
	if (tail.length < line.length) return tail.length >= least.tail;
	const before = end.slice(0, end.length - line.length).trimEnd();
	return line.length >= (/\p{Sentence_Terminal}/u.test(before) ? least.line : least.alone);
}

/**
 * Tells the same of HTML. There a last link gives a text away by words that say nothing elsewhere, such as
 * “More” or an arrow alone.
 */
export function isCutOff(html: string): boolean {
	if (endsEarly(plainText(html, "end"))) return true;
	const words = LAST_LINK.exec(html.slice(-LAST_LINK_LENGTH).trimEnd())?.[2];
	return words !== undefined && BARE_TEASER.test(plainText(words));
}
