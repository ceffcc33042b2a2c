/** Whoever says more isn't giving a name any more, in characters. */
const MAX_LENGTH = 400;
/** A label of at most three words, and what it names: a few words each. */
const LABELLED = /^\p{L}[\p{L}\p{M}’'-]{0,30}(?: \p{L}[\p{L}\p{M}’'-]{0,30}){0,2} ?[:：]\s*(.+)$/u;
const MAX_WORDS = 4;
/** In Chinese and Japanese there is no space to tell words by. */
const MAX_LETTERS = 12;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const WORD = "\\p{Lu}[\\p{L}\\p{M}.’'-]{0,30}";
const NAME = `${WORD}(?: (?:(?:de|del|della|di|van|von|der|den|le|la|bin|al) )?${WORD}){0,4}`;
const WORK =
	"(?:writer|reporter|editor|correspondent|author|journalist|columnist|professor|lecturer|fellow|researcher|contributor|producer|critic|photographer|Redakteur|Autor|Journalist|auteur|journaliste|rédact|periodista|giornalista|redattor|redacteur|redaktor|dziennikar)";
const BIO = new RegExp(`^(?:About )?${NAME},? (?:is|was|ist|est|es|è|é|jest) .{0,80}(?<!\\p{L})${WORK}`, "u");

/** Whether one of the things that a label names is short enough to be a name. */
const isShort = (item: string): boolean =>
	EAST_ASIAN.test(item) ? item.trim().length <= MAX_LETTERS : item.trim().split(/\s+/u).length <= MAX_WORDS;

/**
 * Whether the last line of a text, or what follows its last full stop, tells who wrote it or under what it is
 * filed: that needs no full stop.
 */
export function isCredit(line: string): boolean {
	if (line.length > MAX_LENGTH) return false;
	const named = LABELLED.exec(line)?.[1];
	return named?.split(/[,，、;；|·/]/u).every(isShort) || BIO.test(line);
}
