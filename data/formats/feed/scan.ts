import { type Attribute, type IsSureTag, NONE, readAttributes, tagEnd } from "./attributes";
import type { Pieces } from "./pieces";

/** What stands in a document, as it is come upon; positions are those of the part of it that is given. */
interface Scanned {
	open(source: string, start: number, end: number, attributes: Attribute[], selfClosing: boolean): void;
	close(source: string, start: number, end: number): void;
	/** Whether a name is a tag's even where its `>` was forgotten; where not, its `<` is one in a text: "if a<b". */
	isSureTag: IsSureTag;
	/** Its entities are not decoded. */
	text(source: string, start: number, end: number): void;
	cdata(source: string, start: number, end: number): void;
	/** The inside of `<!…>`, such as a document type. */
	declaration(source: string, start: number, end: number): void;
}

/** How many times longer a part must have become to be looked at again. */
const GROWTH = 4;

const NAME_END = /[\s/<>]/g;

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

/** Where a markup that ends in `closer` is over; below 0 where that doesn't come. */
const after = (source: string, closer: string, from: number): number => {
	const found = source.indexOf(closer, from);
	return found < 0 ? -1 : found + closer.length;
};

/** Scans a part of a document as far as it can be told apart, and says where the part begins that can't yet. */
const scanPart = (source: string, isAll: boolean, to: Scanned): number => {
	/** Where the text begins that has not been handed over yet. */
	let from = 0;
	for (let at = source.indexOf("<"); at >= 0; at = source.indexOf("<", at)) {
		const code = source.charCodeAt(at + 1);
		const isName = beginsName(code);
		if (!isName && code !== SLASH && code !== EXCLAMATION && code !== QUESTION) {
			at++;
			continue;
		}
		if (at > from) to.text(source, from, at);
		from = at;
		let end: number;
		if (isName) {
			NAME_END.lastIndex = at + 1;
			const nameEnd = NAME_END.test(source) ? NAME_END.lastIndex - 1 : source.length;
			const isPlain = source.charCodeAt(nameEnd) === GREATER;
			const tag = isPlain ? undefined : readAttributes(source, nameEnd, isAll, to.isSureTag);
			end = tag ? tag.end : nameEnd;
			const isUnended = source.charCodeAt(end) === LESS;
			if (isUnended && !to.isSureTag(source, from + 1, nameEnd)) to.text(source, from, end);
			else if (end >= 0) {
				const selfClosing = source.charCodeAt(end - 1) === SLASH;
				to.open(source, from + 1, nameEnd, tag ? tag.attributes : NONE, selfClosing);
			}
			if (end >= 0 && !isUnended) end++;
		} else if (code === SLASH) {
			end = tagEnd(source, at + 2);
			if (end >= 0) to.close(source, from + 2, end);
			if (source.charCodeAt(end) === GREATER) end++;
		} else if (source.startsWith("<!--", at)) end = after(source, "-->", at + 4);
		else if (source.startsWith("<![CDATA[", at)) {
			end = after(source, "]]>", at + 9);
			if (end >= 0) to.cdata(source, from + 9, end - 3);
			else if (isAll) to.cdata(source, from + 9, source.length);
		} else {
			end = after(source, ">", at);
			if (end >= 0 && code === EXCLAMATION) to.declaration(source, from + 2, end - 1);
		}
		if (end < 0) return isAll ? source.length : from;
		from = at = end;
	}
	if (isAll && from < source.length) to.text(source, from, source.length);
	return from;
};

/**
 * Goes through XML or what was meant as such, once and from left to right; never throws. Nothing is expected to
 * be well-formed, and tags needn't match. A tag that the document's end cuts through is left out.
 */
export function scan(pieces: Pieces, to: Scanned): void {
	let source = "";
	let known = 0;
	for (const piece of pieces) {
		source += piece;
		// What couldn't be told apart must grow before it is looked at again, or a long text would take quadratic time.
		if (source.length < GROWTH * known) continue;
		source = source.slice(scanPart(source, false, to));
		known = source.length;
	}
	scanPart(source, true, to);
}
