/** A credit, a caption or an item of a list seldom runs longer on a line of its own. */
const MIN_UNFINISHED_LINE = 40;
/** What follows a whole sentence on the same line is prose, so less of it is enough. */
const MIN_UNFINISHED_TAIL = 24;
/** One line without any full stop: publishers' standfirsts go up to about 150 characters. */
const MIN_UNFINISHED_ALONE = 160;

const ELLIPSIS = /(?:…|\.{3})\s*[\])}>»→]*$/u;
const FINISHED = /[\p{Sentence_Terminal}"”’'»›)\]}」』】）〉》]\s*$/u;
const TEASER =
	/(?:^|[\s[(….])(?:read (?:more|on)|read (?:the )?(?:full|whole|entire) (?:article|story|post|text)|read (?:the )?rest(?: of .{1,40})?|continue reading(?: .{1,80})?|keep reading|learn more|see more|view more|weiterlesen|mehr lesen|lire la suite|en savoir plus|leer más|seguir leyendo|leggi tutto|leia mais|lees (?:meer|verder)|läs mer|czytaj (?:dalej|więcej)|читать (?:далее|дальше)|читати далі|続きを読む)[\s.…\])>»›→]*$/iu;
const FEED_FOOTER = /\s*The post .{1,300} (?:appeared first on|first appeared on) .{1,200}\.?$/u;
const HANGING =
	/(?:^|[\s(])(?:an?|the|and|or|but|nor|of|which|whose|because|although|than|into|und|oder|et|ou|и|или|та|або)$/iu;
/** A link, a tag, a name or a picture sign is how posts end. */
const POST_END = /(?:^|\s)(?:[#@]\S+|[a-z]+:\/\/\S+|www\.\S+|\p{Extended_Pictographic}\S*)$/iu;
/** Thai and Lao write no full stops. */
const NO_FULL_STOPS = /[\p{Script=Thai}\p{Script=Lao}]$/u;
const LIST_ITEM = /^(?:[-*•·–—]|\d+[.)])\s/u;
const LAST_SENTENCE_END = /^.*[\p{Sentence_Terminal}]["”’'»)\]」』]*\s+(?=\S)/su;
/** Judging the end needs no more than this much of it. */
const TAIL_LENGTH = 4000;

const opensWithoutClosing = (line: string): boolean =>
	(line.match(/[([]/gu)?.length ?? 0) > (line.match(/[)\]]/gu)?.length ?? 0);

/**
 * Tells whether a plain text ends before it should: in an ellipsis, in a "Read more", or in the middle of a
 * sentence. Paragraphs are told apart by line breaks. In doubt it answers false: to call a whole text cut off
 * is worse than to miss one that is.
 */
export function endsEarly(text: string): boolean {
	const end = text.slice(-TAIL_LENGTH).trimEnd().replace(FEED_FOOTER, "").trimEnd();
	if (end === "") return false;
	if (ELLIPSIS.test(end) || TEASER.test(end)) return true;
	if (FINISHED.test(end) || POST_END.test(end) || NO_FULL_STOPS.test(end) || end.endsWith(":")) return false;

	const line = end.slice(end.lastIndexOf("\n") + 1).trim();
	if (HANGING.test(line) || line.endsWith(",")) return true;
	if (LIST_ITEM.test(line)) return false;
	const tail = line.replace(LAST_SENTENCE_END, "");
	if (opensWithoutClosing(tail) && line.length >= MIN_UNFINISHED_LINE) return true;
	if (tail.length < line.length) return tail.length >= MIN_UNFINISHED_TAIL;
	const before = end.slice(0, end.length - line.length).trimEnd();
	return line.length >= (/\p{Sentence_Terminal}/u.test(before) ? MIN_UNFINISHED_LINE : MIN_UNFINISHED_ALONE);
}
