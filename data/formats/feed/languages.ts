import { readLanguage } from "../../model/language-tag";
import { attribute, child, childText, type Element } from "./tree";

const TEXTS = ["content:encoded", "atom:content", "description", "atom:summary", "title", "atom:title"];

/** What `xml:lang` says of an element, or of what it stands in (XML 1.0, section 2.12). */
const declaredFor = (element: Element): string | undefined => {
	for (let at: Element | undefined = element; at; at = at.parent) {
		const language = readLanguage(attribute(at, "xml:lang"));
		if (language) return language;
	}
	return undefined;
};

/** The language that a feed's or an item's texts are declared to be in; in RSS an element says it. */
export const languageOf = (holder: Element): string | undefined =>
	readLanguage(childText(holder, ["dc:language", "language"])) ?? declaredFor(child(holder, TEXTS) ?? holder);
