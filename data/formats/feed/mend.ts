/** Where a comment or CDATA section that begins here ends; undefined where none does. */
const sectionEnd = (text: string, at: number): number | undefined => {
	const closer = text.startsWith("<!--", at) ? "-->" : text.startsWith("<![CDATA[", at) ? "]]>" : undefined;
	if (closer === undefined) return undefined;
	const end = text.indexOf(closer, at + 4);
	return end < 0 ? text.length : end + closer.length;
};

const beginsTag = /[a-z_:/!?\u0080-\uffff]/i;
const STRAYS = /<(?![a-z_:/!?\u0080-\uffff])/gi;
/** A text with more stray brackets than this is no feed: the rest of them are blanked, which is quick. */
const MAX_STRAYS = 10_000;

/**
 * Escapes the bare `<` of texts such as "2 <3", which would swallow what follows it as a tag. What stands in
 * comments and CDATA sections is left alone.
 */
export function mendBrackets(text: string): string {
	let mended = "";
	let copied = 0;
	let strays = 0;
	for (let at = text.indexOf("<"); at >= 0 && strays < MAX_STRAYS; at = text.indexOf("<", at)) {
		const end = sectionEnd(text, at);
		if (end === undefined && !beginsTag.test(text.charAt(at + 1))) {
			mended += `${text.slice(copied, at)}&lt;`;
			copied = at + 1;
			strays++;
		}
		at = end ?? at + 1;
	}
	if (copied === 0) return text;
	const rest = text.slice(copied);
	return mended + (strays < MAX_STRAYS ? rest : rest.replace(STRAYS, " "));
}

/** Longer ones are not abbreviations, but an attempt to fill memory. */
const MAX_ENTITY_LENGTH = 1000;
const MAX_EXPANDED_LENGTH = 100_000;
const ENTITY = /ENTITY\s+([\w.:-]{1,100})\s+(?:"([^"]*)"|'([^']*)')/g;

/**
 * The internal entities of a document type declaration (XML 1.0, section 4.2.1), each replaced at most once and
 * never inside another, so that no document can multiply itself. External entities are not read.
 */
export class Entities {
	#values = new Map<string, string>();
	#left = MAX_EXPANDED_LENGTH;

	/** Learns from the inside of one `<!…>`. */
	learn(declaration: string): void {
		for (const [, name, double, single] of declaration.matchAll(ENTITY)) {
			const value = double ?? single ?? "";
			if (name && value.length <= MAX_ENTITY_LENGTH && !this.#values.has(name)) this.#values.set(name, value);
		}
	}

	/** Puts their values in place of references. */
	expand(text: string): string {
		if (this.#values.size === 0 || !text.includes("&")) return text;
		const reference = /&([\w.:-]{1,100});/g;
		let expanded = "";
		let copied = 0;
		for (let found = reference.exec(text); found; found = reference.exec(text)) {
			const value = this.#values.get(found[1] ?? "");
			if (value === undefined) continue;
			this.#left -= value.length;
			if (this.#left < 0) this.#values.clear();
			if (this.#left < 0) break;
			expanded += text.slice(copied, found.index) + value;
			copied = reference.lastIndex;
		}
		return expanded + text.slice(copied);
	}
}
