import { titleText } from "./text";
import { attribute, children, childText, type Element, textOf } from "./tree";

/** "name@example.org (A. Name)" and "A. Name <name@example.org>" name the same person. */
const nameIn = (text: string): string => {
	if (!text.includes("@") && !text.startsWith('"') && !text.startsWith("'")) return titleText(text, "unsaid");
	const [, named] = /^\S+@\S+\s*\((.+)\)$/s.exec(text) ?? /^(.+?)\s*[<(]\S+@\S+[>)]$/s.exec(text) ?? [];
	return titleText(named ?? text, "unsaid").replace(/^["'](.+)["']$/, "$1");
};

/** Who wrote it, by the first of the named elements that says so; several of one kind are joined by commas. */
export function readAuthor(holder: Element, ...names: string[]): string | undefined {
	for (const name of names) {
		const people = children(holder, name);
		if (people.length === 0) continue;
		const said = people.map(
			(person) => childText(person, "atom:name", "name", "atom:email", "email") ?? textOf(person) ?? "",
		);
		const named = [...new Set(said.map(nameIn))].filter(Boolean);
		if (named.length > 0) return named.join(", ");
	}
	return undefined;
}

/** What it is filed under, without doubles. */
export function readCategories(item: Element): string[] {
	const found = children(
		item,
		"category",
		"atom:category",
		"dc:subject",
		"media:category",
		"media:keywords",
		"tags",
	);
	const words = found.flatMap((category) => {
		const said = attribute(category, "label") ?? attribute(category, "term") ?? textOf(category);
		const list = /^(?:media:keywords|tags)$/.test(category.name) ? said?.split(",") : [said ?? ""];
		return (list ?? []).map((word) => titleText(word, "unsaid")).filter(Boolean);
	});
	return [...new Set(words)];
}
