/** An attribute of an element. */
export interface Attribute {
	/** Prefix included. */
	name: string;
	value: string;
}

/** An element with more is not written but to exhaust its reader. */
const MAX_ATTRIBUTES = 256;

/** Whether a name is a tag's, wherever it stands behind a `<`. */
export type IsSureTag = (source: string, start: number, end: number) => boolean;

/** An attribute's name, and the quote that its value begins with, which may be none. */
const NAME = /[\s/"'=]*([^\s/"'=<>]+)(?:\s*=\s*(["']?))?/y;
const BARE_VALUE = /[^\s<>]*/y;
/** The beginning of an attribute as nearly all are written, up to its value. */
const PLAIN = /[ \t\r\n]+[\w:.-]+="/y;
const TAG_IN_VALUE = /<\/?([^\s/"'=<>]+)/g;
/** For the many that have none. */
export const NONE: Attribute[] = [];

const SPACE = 0x20;
const LESS = 0x3c;
const GREATER = 0x3e;

/** Where a tag is over: at its `>`, or at the next `<` where that was forgotten; below 0 where neither comes. */
export const tagEnd = (source: string, from: number): number => {
	for (let at = from; at < source.length; at++) {
		const code = source.charCodeAt(at);
		if (code === GREATER || code === LESS) return at;
	}
	return -1;
};

/**
 * Whether a value goes on into the document, because its quote was forgotten and the next is another's. No value may
 * hold a `<` (XML 1.0, section 2.3); some do, but none a feed's own tag.
 */
const isUnclosed = (value: string, isSureTag: IsSureTag): boolean => {
	if (!value.includes("<")) return false;
	for (const { 0: tag, 1: name = "", index } of value.matchAll(TAG_IN_VALUE)) {
		const end = index + tag.length;
		if (isSureTag(value, end - name.length, end)) return true;
	}
	return false;
};

/** A value without quotes, or with the first one alone: then a slash at the tag's end is no part of it. */
const readBare = (source: string, start: number, quote: string): string => {
	BARE_VALUE.lastIndex = start;
	const [value = ""] = BARE_VALUE.exec(source) ?? [];
	const endsTag = source.startsWith("/>", start + value.length - 1);
	return quote !== "" && endsTag ? value.slice(0, -1) : value;
};

/** An attribute as nearly all are written, read without the lists that a pattern's groups make. */
const readPlain = (source: string, from: number, isSureTag: IsSureTag): Attribute | undefined => {
	PLAIN.lastIndex = from;
	if (!PLAIN.test(source)) return undefined;
	const start = PLAIN.lastIndex;
	const end = source.indexOf('"', start);
	if (end < 0) return undefined;
	const value = source.slice(start, end);
	if (isUnclosed(value, isSureTag)) return undefined;
	let name = from + 1;
	while (source.charCodeAt(name) <= SPACE) name++;
	return { name: source.slice(name, start - 2), value };
};

/**
 * The attributes from a place in a tag on, and where the tag is over; below 0 where that doesn't come, or, unless this
 * is all of the document, may still come.
 */
export const readAttributes = (
	source: string,
	from: number,
	isAll: boolean,
	isSureTag: IsSureTag,
): { attributes: Attribute[]; end: number } => {
	let attributes = NONE;
	let end = from;
	while (source.charCodeAt(end) !== GREATER) {
		let attribute = readPlain(source, end, isSureTag);
		if (attribute) end = PLAIN.lastIndex + attribute.value.length + 1;
		else {
			NAME.lastIndex = end;
			const found = NAME.exec(source);
			if (!found) break;
			const [, name = "", quote] = found;
			const start = NAME.lastIndex;
			const close = quote ? source.indexOf(quote, start) : -1;
			// The other quote may still come, and a ">" before it.
			if (!isAll && quote && close < 0) return { attributes, end: -1 };
			let value = source.slice(start, Math.max(start, close));
			end = close + 1;
			if (close < 0 || isUnclosed(value, isSureTag)) {
				value = quote === undefined ? "" : readBare(source, start, quote);
				end = start + value.length;
			}
			attribute = { name, value };
		}
		if (attributes.length >= MAX_ATTRIBUTES) continue;
		if (attributes.length > 0) attributes.push(attribute);
		else attributes = [attribute];
	}
	return { attributes, end: tagEnd(source, end) };
};
