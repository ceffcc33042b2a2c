import { PART } from "@/data/formats/article/part";
import { shortAddress } from "./short-address";

/** Wraps a table so that it scrolls in a box of its own, which the keyboard can scroll too. */
function boxTable(table: Element, number: number, caption: string | undefined): void {
	const box = table.ownerDocument.createElement("div");
	box.className = "table-box";
	box.setAttribute("role", "region");
	box.setAttribute("tabindex", "0");
	box.setAttribute("aria-label", caption ? `Table ${number}: ${caption}` : `Table ${number}`);
	// One that runs from right to left begins at the right of its box.
	const direction = table.getAttribute("dir");
	if (direction) box.setAttribute("dir", direction);
	table.replaceWith(box);
	box.append(table);
}

/** Wraps a formula that has lines to itself, so that it scrolls: in Firefox one can't by itself. */
function boxFormula(formula: Element): void {
	const box = formula.ownerDocument.createElement("span");
	box.className = "formula-box";
	box.setAttribute("tabindex", "0");
	formula.replaceWith(box);
	box.append(formula);
}

/** Notes on a link where it leads, for paper; but not where its words say so, or where it has none. */
function noteAddress(link: HTMLAnchorElement, words: string): void {
	const address = shortAddress(link.href);
	if (words !== "" && !words.includes(address.replace(/…$/, ""))) link.dataset.address = address;
}

/** Numbers from this on have no room in the usual margin of a list. */
const LONG_NUMBER = 100;

/** The greatest number that a list of so many items counts to. */
function greatestIn(list: Element, items: number): number {
	const start = Number(list.getAttribute("start") ?? (list.hasAttribute("reversed") ? items : 1));
	return list.hasAttribute("reversed") ? start : start + items - 1;
}

/** A cell with so many characters has sentences in it, and isn't to be pressed into a column a word wide. */
const SENTENCES = 60;

/** A table with so many columns is wider than a narrow page. */
const WIDE_COLUMNS = 6;

const isWide = (table: Element): boolean =>
	table.querySelector(`:scope > * > tr > :nth-child(${WIDE_COLUMNS})`) !== null;

/**
 * Furnishes a sanitised fragment of what is in the inert element `from`; one with an element whose children come
 * later, by what that is of.
 */
export type Furnish = (fragment: DocumentFragment, from: Element, whole?: Element) => void;

/** Furnishes fragments of one text, one after the other, with what only we may put there. */
export function createFurnisher(): Furnish {
	let tables = 0;
	return (fragment, from, whole) => {
		const isInTable = from.closest("table") !== null;
		const shell = whole && fragment.firstElementChild;
		const wholeOf = (element: Element) => (whole && element === shell ? whole : element);
		const wordsOf = (element: Element) => wholeOf(element).textContent.trim();
		// A long line of code scrolls; the keyboard must get there too.
		for (const code of fragment.querySelectorAll("pre")) code.setAttribute("tabindex", "0");
		for (const table of fragment.querySelectorAll("table")) {
			if (table.parentElement?.closest("table") || isInTable) continue;
			tables += 1;
			if (isWide(wholeOf(table))) table.classList.add("table-wide");
			boxTable(table, tables, wholeOf(table).querySelector(":scope > caption")?.textContent.trim());
		}
		for (const cell of fragment.querySelectorAll("td, th"))
			if (wordsOf(cell).length > SENTENCES) cell.classList.add("cell-of-text");
		for (const list of fragment.querySelectorAll("ol"))
			if (greatestIn(list, wholeOf(list).children.length) >= LONG_NUMBER) list.classList.add("long-numbers");
		for (const formula of fragment.querySelectorAll("math[display=block]"))
			if (!formula.parentElement?.closest("math")) boxFormula(formula);
		for (const target of fragment.querySelectorAll("[id]")) target.setAttribute("tabindex", "-1");
		for (const link of fragment.querySelectorAll<HTMLAnchorElement>("a[href^=http]"))
			noteAddress(link, wordsOf(link));
		for (const part of fragment.querySelectorAll(`[${PART}]`)) {
			part.className = `part-${part.getAttribute(PART)}`;
			part.removeAttribute(PART);
		}
	};
}
