/** What stands in a document, as it is come upon; positions are those of the source. */
interface Scanned {
	open(start: number, end: number, attributes: Attribute[], selfClosing: boolean): void;
	close(start: number, end: number): void;
	/** Whether a name is a tag's even where its `>` was forgotten; where not, its `<` is one in a text: "if a<b". */
	isSureTag(start: number, end: number): boolean;
	/** Its entities are not decoded. */
	text(start: number, end: number): void;
	cdata(start: number, end: number): void;
	/** The inside of `<!…>`, such as a document type. */
	declaration(start: number, end: number): void;
}

/** An attribute of an element. */
export interface Attribute {
	/** Prefix included. */
	name: string;
	value: string;
}

/** An element with more is not written but to exhaust its reader. */
const MAX_ATTRIBUTES = 256;

const ATTRIBUTE = /[\s/"'=]*([^\s/"'=<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s<>]*)))?/y;
const NAME_END = /[\s/<>]/g;
const NONE: Attribute[] = [];

const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

/** Whether a character after `<` begins a tag; after any other, as in "2 <3", it is a bracket in a text. */
const beginsName = (code: number): boolean =>
	(code >= 0x61 && code <= 0x7a) || // a to z
	(code >= 0x41 && code <= 0x5a) || // A to Z
	code >= 0x80 ||
	code === 0x5f || // _
	code === 0x3a; // :

/** Where a markup that ends in `closer` is over; a document that ends sooner ends it. */
const after = (source: string, closer: string, from: number): number => {
	const found = source.indexOf(closer, from);
	return found < 0 ? source.length : found + closer.length;
};

/** Where a tag is over: at its `>`, or at the next `<` where that was forgotten; below 0 where neither comes. */
const tagEnd = (source: string, from: number): number => {
	for (let at = from; at < source.length; at++) {
		const code = source.charCodeAt(at);
		if (code === GREATER || code === LESS) return at;
	}
	return -1;
};

/** Where what follows a tag begins. */
const afterTag = (source: string, end: number): number => {
	if (end < 0) return source.length;
	return source.charCodeAt(end) === GREATER ? end + 1 : end;
};

const readAttributes = (source: string, from: number): { attributes: Attribute[]; end: number } => {
	let attributes = NONE;
	let end = from;
	for (ATTRIBUTE.lastIndex = from; ; ) {
		const found = ATTRIBUTE.exec(source);
		if (!found) break;
		end = ATTRIBUTE.lastIndex;
		const [, name = "", double, single, bare] = found;
		if (attributes.length >= MAX_ATTRIBUTES) continue;
		const attribute = { name, value: double ?? single ?? bare ?? "" };
		if (attributes.length > 0) attributes.push(attribute);
		else attributes = [attribute];
	}
	return { attributes, end: tagEnd(source, end) };
};

/**
 * Goes through XML or what was meant as such, once and from left to right; never throws. Nothing is expected to
 * be well-formed, and tags needn't match. A tag that the document's end cuts through is left out.
 */
export function scan(source: string, { open, close, isSureTag, text, cdata, declaration }: Scanned): void {
	/** Where the text begins that has not been handed over yet. */
	let from = 0;
	for (let at = source.indexOf("<"); at >= 0; at = source.indexOf("<", at)) {
		const code = source.charCodeAt(at + 1);
		const isName = beginsName(code);
		if (!isName && code !== SLASH && code !== EXCLAMATION && code !== QUESTION) {
			at++;
			continue;
		}
		if (at > from) text(from, at);
		const start = at;
		if (isName) {
			NAME_END.lastIndex = at + 1;
			const nameEnd = NAME_END.exec(source)?.index ?? source.length;
			const isPlain = source.charCodeAt(nameEnd) === GREATER;
			const { attributes, end } = isPlain
				? { attributes: NONE, end: nameEnd }
				: readAttributes(source, nameEnd);
			at = afterTag(source, end);
			if (source.charCodeAt(end) === LESS && !isSureTag(start + 1, nameEnd)) text(start, end);
			else if (end >= 0) open(start + 1, nameEnd, attributes, source.charCodeAt(end - 1) === SLASH);
		} else if (code === SLASH) {
			const end = tagEnd(source, at + 2);
			at = afterTag(source, end);
			if (end >= 0) close(start + 2, end);
		} else if (source.startsWith("<!--", at)) at = after(source, "-->", at + 4);
		else if (source.startsWith("<![CDATA[", at)) {
			at = after(source, "]]>", at + 9);
			cdata(start + 9, source.startsWith("]]>", at - 3) && at - 3 >= start + 9 ? at - 3 : at);
		} else {
			at = after(source, ">", at);
			if (code === EXCLAMATION) declaration(start + 2, at - 1);
		}
		from = at;
	}
	if (from < source.length) text(from, source.length);
}
