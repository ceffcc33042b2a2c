/** An attribute of an element. */
export interface Attribute {
	/** Prefix included. */
	name: string;
	value: string;
}

/** An element with more is not written but to exhaust its reader. */
const MAX_ATTRIBUTES = 256;

const ATTRIBUTE = /[\s/"'=]*([^\s/"'=<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s<>]*)))?/y;
/** The beginning of an attribute as nearly all are written, up to its value. */
const PLAIN = /[ \t\r\n]+[\w:.-]+="/y;
/** A value that began with a quote of which the other one didn't come. */
const QUOTED = /^["']/;
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

/** An attribute as nearly all are written, read without the lists that a pattern's groups make. */
const readPlain = (source: string, from: number): Attribute | undefined => {
	PLAIN.lastIndex = from;
	if (!PLAIN.test(source)) return undefined;
	const start = PLAIN.lastIndex;
	const end = source.indexOf('"', start);
	if (end < 0) return undefined;
	let name = from + 1;
	while (source.charCodeAt(name) <= SPACE) name++;
	return { name: source.slice(name, start - 2), value: source.slice(start, end) };
};

/**
 * The attributes from a place in a tag on, and where the tag is over; below 0 where that doesn't come, or, unless this
 * is all of the document, may still come.
 */
export const readAttributes = (
	source: string,
	from: number,
	isAll: boolean,
): { attributes: Attribute[]; end: number } => {
	let attributes = NONE;
	let end = from;
	while (source.charCodeAt(end) !== GREATER) {
		let attribute = readPlain(source, end);
		if (attribute) end = PLAIN.lastIndex + attribute.value.length + 1;
		else {
			ATTRIBUTE.lastIndex = end;
			const found = ATTRIBUTE.exec(source);
			if (!found) break;
			end = ATTRIBUTE.lastIndex;
			const [, name = "", double, single, bare] = found;
			// The other quote may still come, and a ">" before it.
			if (!isAll && bare && QUOTED.test(bare)) return { attributes, end: -1 };
			attribute = { name, value: double ?? single ?? bare ?? "" };
		}
		if (attributes.length >= MAX_ATTRIBUTES) continue;
		if (attributes.length > 0) attributes.push(attribute);
		else attributes = [attribute];
	}
	return { attributes, end: tagEnd(source, end) };
};
