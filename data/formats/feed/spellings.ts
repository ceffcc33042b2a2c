/** A name as a document spells it, and what came of it. */
interface Spelling {
	written: string;
	lower: string;
	/** The tag's name that came after it the last time. */
	next: Spelling | undefined;
}

/**
 * The names in a document in lower case: the same string each time, which is quicker to look up and to compare. Items
 * have the same tags in the same order, so that the next tag is guessed, and only compared where the guess is right.
 */
export class Spellings {
	readonly #known = new Map<string, Spelling>();
	#last: Spelling = { written: "", lower: "", next: undefined };

	/** A name in lower case, without blanks around it. */
	lower(written: string): string {
		return this.#find(written).lower;
	}

	/** The same of a tag's name, by where it stands. */
	tag(source: string, start: number, end: number): string {
		const { next } = this.#last;
		const isNext = next?.written.length === end - start && source.startsWith(next.written, start);
		const found = isNext ? next : this.#find(source.slice(start, end));
		this.#last.next = found;
		this.#last = found;
		return found.lower;
	}

	#find(written: string): Spelling {
		const known = this.#known.get(written);
		if (known) return known;
		const spelling = { written, lower: written.trim().toLowerCase(), next: undefined };
		this.#known.set(written, spelling);
		return spelling;
	}
}
