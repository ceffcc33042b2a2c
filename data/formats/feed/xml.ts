import { Tokenizer } from "htmlparser2";
import { Entities, mendBrackets } from "./mend";
import { canonicalName, declare, type Scope } from "./names";
import { endsBefore, holdsItems, isEmpty, isItem } from "./nesting";
import { type Attribute, decoded, type Element } from "./tree";

/** Deeper elements are dropped and their text kept: no feed goes there but to exhaust its reader. */
const MAX_DEPTH = 256;

/** An element with more is not written but to exhaust its reader. */
const MAX_ATTRIBUTES = 256;

const NO_ATTRIBUTES: readonly Attribute[] = [];
const BLANK = /^\s*$/;

interface Open {
	element: Element;
	/** The name in the document, in lower case: what its closing tag will say. */
	tag: string;
	scope: Scope | undefined;
}

/** Grows a tree from the tokenizer's events, closing what was left open. */
class Builder {
	readonly top: Element = { name: "", attributes: NO_ATTRIBUTES, nodes: [] };
	readonly #stack: Open[] = [];
	#current: Open = { element: this.top, tag: "", scope: undefined };
	/** How many elements of each tag are open, so that a stray closing tag costs no search. */
	readonly #openTags = new Map<string, number>();
	/** How many elements are open below {@link MAX_DEPTH}. */
	#tooDeep = 0;

	open(tag: string, attributes: readonly Attribute[], selfClosing: boolean): void {
		let { scope } = this.#current;
		for (const { name, value } of attributes) {
			if (name.startsWith("xmlns")) scope = declare(scope, name, value);
		}
		for (const one of attributes) if (one.name.includes(":")) one.name = canonicalName(one.name, scope);
		const name = canonicalName(tag, scope);
		if (isItem(name)) {
			this.#tooDeep = 0;
			this.#closeItem();
		}
		while (endsBefore(this.#current.element.name, name)) this.#pop();
		if (this.#stack.length >= MAX_DEPTH) {
			if (!selfClosing && !isEmpty(tag)) this.#tooDeep++;
			return;
		}
		const element: Element = { name, attributes, nodes: [], parent: this.#current.element };
		this.#current.element.nodes.push(element);
		if (selfClosing || isEmpty(tag)) return;
		this.#stack.push(this.#current);
		this.#current = { element, tag, scope };
		this.#openTags.set(tag, (this.#openTags.get(tag) ?? 0) + 1);
	}

	close(tag: string): void {
		if (this.#tooDeep > 0 && !holdsItems(tag) && !isItem(tag)) {
			this.#tooDeep--;
			return;
		}
		if (!this.#openTags.get(tag)) return;
		let levels = 1;
		for (let open: Open | undefined = this.#current; open?.tag !== tag; levels++) {
			if (open === undefined || (isItem(open.element.name) && !holdsItems(tag))) return;
			open = this.#stack[this.#stack.length - levels];
		}
		this.#tooDeep = 0;
		for (; levels > 0; levels--) this.#pop();
	}

	text(text: string, raw: boolean): void {
		const { element } = this.#current;
		// Between a feed's elements, blanks say nothing; in an article's they part words.
		if (raw && (isItem(element.name) || holdsItems(element.name)) && BLANK.test(text)) return;
		element.nodes.push({ raw, text });
	}

	end(): void {
		for (; this.#stack.length > 0; this.#pop()) this.#current.element.unfinished = true;
	}

	#pop(): void {
		const { tag } = this.#current;
		this.#openTags.set(tag, (this.#openTags.get(tag) ?? 1) - 1);
		this.#current = this.#stack.pop() ?? this.#current;
	}

	#closeItem(): void {
		const isOpen = ({ element }: Open) => isItem(element.name);
		if (!isOpen(this.#current) && !this.#stack.some(isOpen)) return;
		while (!isOpen(this.#current)) this.#pop();
		this.#pop();
	}
}

/**
 * Reads XML, however broken, into a tree under a nameless element; never throws. What is unclosed is closed,
 * what closes nothing is ignored, names are in lower case and under the prefixes of `names.ts`.
 */
export function parseXml(text: string): Element {
	const source = mendBrackets(text);
	const entities = new Entities();
	const builder = new Builder();
	let tag = "";
	let attributes: Attribute[] = [];
	let attributeName = "";
	let attributeValue = "";
	const open = (selfClosing: boolean) => {
		builder.open(tag, attributes.length > 0 ? attributes : NO_ATTRIBUTES, selfClosing);
		if (attributes.length > 0) attributes = [];
	};
	const tokenizer = new Tokenizer(
		{ xmlMode: true, decodeEntities: false },
		{
			onopentagname: (start, end) => {
				tag = source.slice(start, end).toLowerCase();
				if (attributes.length > 0) attributes = [];
			},
			onattribname: (start, end) => {
				attributeName = source.slice(start, end).toLowerCase();
				attributeValue = "";
			},
			onattribdata: (start, end) => {
				attributeValue += source.slice(start, end);
			},
			onattribend: () => {
				if (attributes.length >= MAX_ATTRIBUTES || attributes.some(({ name }) => name === attributeName))
					return;
				attributes.push({
					name: attributeName,
					value: decoded({ raw: true, text: entities.expand(attributeValue) }),
				});
			},
			onopentagend: () => open(false),
			onselfclosingtag: () => open(true),
			onclosetag: (start, end) => builder.close(source.slice(start, end).toLowerCase()),
			ontext: (start, end) => builder.text(entities.expand(source.slice(start, end)), true),
			oncdata: (start, end, offset) => builder.text(source.slice(start, end - offset), false),
			ondeclaration: (start, end) => entities.learn(source.slice(start, end)),
			onend: () => builder.end(),
			// Entities are decoded where they are read, and the rest says nothing.
			onattribentity: () => {},
			ontextentity: () => {},
			oncomment: () => {},
			onprocessinginstruction: () => {},
		},
	);
	tokenizer.write(source);
	tokenizer.end();
	return builder.top;
}
