import { titleText } from "./text";
import { attribute, children, childText, type Element, textOf } from "./tree";

/** Longer texts name nobody by an address. */
const MAX_PERSON_LENGTH = 1000;
/** No part can end where the next doesn't begin, so that no text is gone through more than once. */
const BEHIND_ADDRESS = /^[^\s@()]+@[^\s@()]+\s*\((.+)\)$/s;
const ADDRESS_BEHIND = /[<(][^\s@<>()]+@[^\s@<>()]+[>)]$/;

/** "name@example.org (A. Name)" and "A. Name <name@example.org>" name the same person. */
const nameIn = (text: string): string => {
	if (text.length > MAX_PERSON_LENGTH) return titleText(text, "unsaid");
	const before = text.replace(ADDRESS_BEHIND, "").trim();
	const name = BEHIND_ADDRESS.exec(text)?.[1] ?? (before || text);
	return titleText(name, "unsaid").replace(/^["'](.+)["']$/, "$1");
};

/** Who wrote it, by the first of the named elements that says so; several of one kind are joined by commas. */
export function readAuthor(holder: Element, names: readonly string[]): string | undefined {
	for (const name of names) {
		const people = children(holder, [name]);
		if (people.length === 0) continue;
		const named = new Set<string>();
		for (const person of people) {
			const said = childText(person, ["atom:name", "name", "atom:email", "email"]) ?? textOf(person) ?? "";
			const name = nameIn(said);
			if (name !== "") named.add(name);
		}
		if (named.size > 0) return [...named].join(", ");
	}
	return undefined;
}

/** What it is filed under, without doubles. */
export function readCategories(item: Element): string[] {
	const found = children(item, [
		"category",
		"atom:category",
		"dc:subject",
		"media:category",
		"media:keywords",
		"tags",
	]);
	const words = new Set<string>();
	for (const category of found) {
		const said = attribute(category, "label") ?? attribute(category, "term") ?? textOf(category) ?? "";
		const isList = category.name === "media:keywords" || category.name === "tags";
		for (const one of isList ? said.split(",") : [said]) {
			const word = titleText(one, "unsaid");
			if (word !== "") words.add(word);
		}
	}
	return [...words];
}
