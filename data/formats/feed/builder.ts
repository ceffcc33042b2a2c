import type { Attribute } from "./attributes";
import { canonicalName, declare, newScope, type Scope } from "./names";
import { endsBefore, holdsItems, isEmpty, isItem } from "./nesting";
import { type Element, nameBit, type Text } from "./tree";

/** Deeper elements are dropped and their text kept: no feed goes there but to exhaust its reader. */
const MAX_DEPTH = 256;

const NO_ATTRIBUTES: Attribute[] = [];
const NO_NODES: (Element | Text)[] = [];
const BLANK = /^\s*$/;

/**
 * Grows a tree from tags and texts as they come, closing what was left open. Items are handed over as they
 * close, and are no part of the tree.
 */
export class Builder {
	/** Nameless; all the rest is in it. */
	readonly top: Element = {
		name: "",
		attributes: NO_ATTRIBUTES,
		nodes: NO_NODES,
		parent: undefined,
		tag: "",
		scope: newScope(),
		holds: 0,
	};
	#current: Element = this.top;
	#depth = 0;
	/** How many elements are open below {@link MAX_DEPTH}. */
	#tooDeep = 0;
	/** Tags of which none is open, so that a thousand stray closing tags cost one search. */
	readonly #closed = new Set<string>();

	/** @param onItem is given each item when it closes */
	constructor(readonly onItem: (item: Element) => void) {}

	/** Opens an element, by its name in the document in lower case. */
	open(tag: string, attributes: readonly Attribute[], selfClosing: boolean): void {
		const scope = attributes.length > 0 ? this.#declare(attributes) : this.#current.scope;
		const name = canonicalName(tag, scope);
		if (isItem(name)) {
			this.#tooDeep = 0;
			this.#closeItem();
		}
		while (endsBefore(this.#current.name, name, this.#current.parent?.name)) this.#pop();
		if (this.#depth >= MAX_DEPTH) {
			if (!selfClosing && !isEmpty(tag)) this.#tooDeep++;
			return;
		}
		const element: Element = {
			name,
			attributes,
			nodes: NO_NODES,
			parent: this.#current,
			tag,
			scope,
			holds: 0,
		};
		this.#current.holds |= nameBit(name);
		this.#add(element);
		if (isEmpty(tag)) return;
		this.#current = element;
		this.#depth++;
		if (selfClosing) this.#pop();
		else if (this.#closed.size > 0) this.#closed.delete(tag);
	}

	/** Closes what was opened last, if that is what the source says; it nearly always is. */
	closeLast(source: string, start: number, end: number): boolean {
		const { tag } = this.#current;
		const isLast = this.#tooDeep === 0 && end - start === tag.length && source.startsWith(tag, start);
		if (isLast && this.#depth > 0) this.#pop();
		return isLast;
	}

	/** Closes the innermost element of that name, and all in it; does nothing where none is open. */
	close(tag: string): void {
		if (tag === "") return;
		if (this.#tooDeep > 0 && !holdsItems(tag) && !isItem(tag)) {
			this.#tooDeep--;
			return;
		}
		if (this.#closed.has(tag)) return;
		let open: Element | undefined = this.#current;
		for (; open?.tag !== tag; open = open.parent) {
			if (open === undefined) this.#closed.add(tag);
			if (open === undefined || (isItem(open.name) && !holdsItems(tag))) return;
		}
		this.#tooDeep = 0;
		while (this.#current !== open) this.#pop();
		this.#pop();
	}

	/** Adds a text where the document stands. */
	text(text: Text): void {
		const { name } = this.#current;
		// Between a feed's elements, blanks say nothing; in an article's they part words.
		if (typeof text === "string" && BLANK.test(text) && (isItem(name) || holdsItems(name))) return;
		this.#add(text);
	}

	/** Closes all that is open when the document ends. */
	end(): void {
		for (; this.#current !== this.top; this.#pop()) this.#current.unfinished = true;
	}

	/** What is in scope for an element with these attributes, which get the names of `names.ts`. */
	#declare(attributes: readonly Attribute[]): Scope {
		let { scope } = this.#current;
		for (const { name, value } of attributes) {
			if (name.startsWith("xmlns")) scope = declare(scope, name, value);
		}
		for (const one of attributes) if (one.name.includes(":")) one.name = canonicalName(one.name, scope);
		return scope;
	}

	/** Most elements hold one text: a list that is written with it takes a tenth of one that it is pushed to. */
	#add(node: Element | Text): void {
		if (this.#current.nodes.length > 0) this.#current.nodes.push(node);
		else this.#current.nodes = [node];
	}

	#pop(): void {
		const closed = this.#current;
		this.#depth--;
		this.#current = closed.parent ?? this.top;
		if (!isItem(closed.name)) return;
		this.#current.nodes.pop();
		this.onItem(closed);
	}

	#closeItem(): void {
		let item: Element | undefined = this.#current;
		while (item && !isItem(item.name)) item = item.parent;
		if (!item) return;
		while (this.#current !== item) this.#pop();
		this.#pop();
	}
}
