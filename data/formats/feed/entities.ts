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
