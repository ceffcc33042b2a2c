import { type DigestItem, isSeparator, linesOf, readDigest } from "./digest";

/** The longest headline believed, in characters; the longest of the seed's kind has about 120. */
const LONGEST_HEADLINE = 300;
/** The most paragraphs believed under one headline; a book with one stray hyphen has thousands. */
const MOST_PARAGRAPHS = 500;
/** One character in so many may be a replacement character before the text counts as wrongly decoded. */
const CHARACTERS_PER_REPLACEMENT = 100;

/** A control character that is no white space; text has none. */
const CONTROL = /[^\P{Cc}\t\n\v\f\r\u0085]/u;
const LETTER = /\p{L}/u;
const MARKUP = /^<[!?/a-z]/i;
const CODE = /^(?:[{}+@\\]|\/[/*]|#!|\[\s*[\]["{])/;
/** How every entry of a YAML list begins, where its hyphen has a line of its own. */
const YAML_KEY = /^[a-z_][\w-]*:(?:\s|$)/;
/** RFC 5322, section 3.6, and what servers put above it. */
const MAIL_FIELD =
	/^(?:from|to|subject|date|message-id|received|return-path|delivered-to|mime-version|content-type|x-[\w-]+):/i;

const isBroken = (text: string): boolean =>
	CONTROL.test(text) || (text.match(/\uFFFD/g)?.length ?? 0) * CHARACTERS_PER_REPLACEMENT > text.length;

const isPlausible = ({ title, paragraphs }: DigestItem): boolean =>
	title.length <= LONGEST_HEADLINE &&
	paragraphs.length <= MOST_PARAGRAPHS &&
	LETTER.test(title) &&
	!MARKUP.test(title) &&
	!CODE.test(title);

const isMail = (first: DigestItem | undefined): boolean =>
	first !== undefined && MAIL_FIELD.test(first.title) && MAIL_FIELD.test(first.paragraphs[0] ?? "");

/**
 * Whether a text is a plain-text digest: parted by at least one separator, with a headline of sane length on
 * top of every block, and neither binary nor in some other language's syntax.
 */
export function isDigest(text: string): boolean {
	if (isBroken(text) || !linesOf(text).some(isSeparator)) return false;
	const items = readDigest(text);
	return (
		items.length > 0 &&
		items.every(isPlausible) &&
		!items.every(({ title }) => YAML_KEY.test(title)) &&
		!isMail(items[0])
	);
}
