import { decodeHTMLStrict } from "entities/decode";
import { MAX_READ_LENGTH, plainText } from "../../model/plain-text";

const MAX_TITLE_LENGTH = 1000;
const MAX_WORDS_LENGTH = 100;

const FORMATTING =
	/<\/?(?:a|abbr|acronym|b|big|blink|br|cite|code|del|dfn|div|em|font|h[1-6]|i|img|ins|kbd|mark|nobr|p|q|s|small|span|strike|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]*)?\/?>/gi;
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/** Of those, the ones that part words. */
const PARTING = /^<\/?(?:br|div|h[1-6]|p)\b/i;

const unformatted = (text: string): string =>
	text.includes("<") ? text.replace(FORMATTING, (tag) => (PARTING.test(tag) ? " " : "")) : text;

/** One line without control characters and halves of characters; empty where nothing of it would be seen. */
const tidy = (text: string): string => {
	if (/^[!-~\u00a1-\u1fff]+(?: [!-~\u00a1-\u1fff]+)*$/.test(text)) return text;
	const line = text
		.replace(/[^\P{Cc}\s]|\p{Cs}|\ufeff/gu, "")
		.replace(/\s+/g, " ")
		.trim();
	return /[^\p{Cf}\s]/u.test(line) ? line : "";
};

/** Cuts a text at a word's end, with an ellipsis; a script without spaces is cut where the length is reached. */
const shorten = (text: string, length: number): string => {
	if (text.length <= length) return text;
	const start = text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
	return `${/^(.{20,})\s/su.exec(start)?.[1] ?? start}…`;
};

/**
 * Makes a feed's title into plain text. Where the feed doesn't say whether it is HTML, formatting tags go and
 * all other brackets stay. Entities that were escaped once too often are decoded until they are gone.
 * Empty where nothing is left.
 */
export function titleText(title: string, kind: "text" | "html" | "unsaid"): string {
	const start = title.slice(0, MAX_READ_LENGTH);
	let text = kind === "html" ? plainText(start) : kind === "unsaid" ? unformatted(start) : start;
	for (let round = 0; round < 3 && text.includes("&") && ENTITY.test(text); round++)
		text = decodeHTMLStrict(text);
	if (kind === "unsaid") text = unformatted(text);
	return shorten(tidy(text), MAX_TITLE_LENGTH);
}

/** The first words of a text, for a post that has no title; empty where it has no words. */
export function firstWords(html: string): string {
	const lines = plainText(html).split("\n").map(tidy);
	return shorten(lines.find((line) => line !== "") ?? "", MAX_WORDS_LENGTH);
}
