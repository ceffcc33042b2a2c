import type { HeadlineKind } from "./headline";
import { wholePlainText } from "./plain-text";

/** A headline's text at one time. */
export interface TextThen {
	kind: HeadlineKind;
	/** Absent where there was none. */
	html?: string | undefined;
}

/**
 * What a newer text of a headline is to the one that is kept:
 * - `same`: no other words;
 * - `less`: the beginning of it, and no more;
 * - `completed`: what was missing of it has come;
 * - `edited`: another.
 */
export type TextChange = "same" | "less" | "completed" | "edited";

/** A line this short that counts something is no prose. */
const MAX_COUNTER_LENGTH = 60;
const COUNTED =
	"(?:views?|reads?|comments?|likes?|shares?|points?|(?:up)?votes?|replies|claps|boosts|favou?rites|aufrufe|kommentare?|vues|commentaires?|vistas|visitas|comentarios?|visualizzazioni|commenti|просмотр\\p{L}*|комментари\\p{L}*|перегляд\\p{L}*|min(?:ute)?s? (?:ago|read)|hours? ago|days? ago)";
const COUNTER = new RegExp(
	`\\d\\s?[km]?\\s?${COUNTED}(?!\\p{L})|(?<!\\p{L})${COUNTED}\\s?[:：]\\s?\\d`,
	"iu",
);
const AD_LABEL =
	/^(?:advertisements?|ads?|sponsored(?: content)?|anzeigen?|werbung|publicité|publicidad|pubblicità|реклама|广告|広告)$/iu;
/**
 * An address in the text, and what follows its path: campaigns, sessions and places in a page. One without any is
 * matched too, so that no part of it is looked at again.
 */
const ADDRESS = /(https?:\/\/[^\s?#]+)(?:[?#]\S*)?/gu;
/** White space, and what is invisible, such as soft hyphens and marks of direction. */
const UNSEEN = /[\s\p{Cf}]+/gu;
const ELLIPSIS_AT_END = /(?:…|\.{3}|\[…\]|\[\.{3}\]|\(…\))$/u;
/** A "Read more" at the end of what is cut off goes when the rest comes. */
const MAX_TEASER_LENGTH = 40;
/** A feed that has gone over to summaries gives less than this of a text. */
const SUMMARY_SHARE = 0.5;

/**
 * What of a text counts when two are compared: its words, without markup, white space, the queries of addresses
 * in it, and lines that only count views or say that something is an advertisement.
 */
export function comparedText(html: string): string {
	return wholePlainText(html)
		.normalize("NFC")
		.split("\n")
		.filter((line) => !AD_LABEL.test(line) && !(line.length <= MAX_COUNTER_LENGTH && COUNTER.test(line)))
		.join("")
		.replace(ADDRESS, "$1")
		.replace(UNSEEN, "");
}

function sharedLength(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at += 1;
	return at;
}

/**
 * Tells whether a text that a feed or a page gives now is an edit of the one that is kept. What is given less of,
 * or no more, is kept as it was. docs/edits.md says why.
 */
export function changeOfText(before: TextThen, after: TextThen): TextChange {
	if (after.html === undefined || after.kind === "bare" || before.html === after.html) return "same";
	const now = comparedText(after.html);
	const then = comparedText(before.html ?? "");
	if (now === "" || now === then) return "same";
	if (then === "" || before.kind === "bare") return "completed";
	const isShort = after.kind === "cut-off" || now.length < then.length * SUMMARY_SHARE;
	if (isShort && then.startsWith(now.replace(ELLIPSIS_AT_END, ""))) return "less";
	const isLonger = now.length > then.length && sharedLength(then, now) >= then.length - MAX_TEASER_LENGTH;
	return before.kind === "cut-off" && isLonger ? "completed" : "edited";
}
