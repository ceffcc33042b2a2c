import { PART } from "@/data/formats/article/part";
import { shortAddress } from "./short-address";

/** Wraps a table so that it scrolls in a box of its own, which the keyboard can scroll too. */
function boxTable(table: Element, number: number): void {
	const box = table.ownerDocument.createElement("div");
	const caption = table.querySelector(":scope > caption")?.textContent.trim();
	box.className = "table-box";
	box.setAttribute("role", "region");
	box.setAttribute("tabindex", "0");
	box.setAttribute("aria-label", caption ? `Table ${number}: ${caption}` : `Table ${number}`);
	table.replaceWith(box);
	box.append(table);
}

/** Notes on a link where it leads, for paper; but not where its words say so, or where it has none. */
function noteAddress(link: HTMLAnchorElement): void {
	const words = link.textContent.trim();
	const address = shortAddress(link.href);
	if (words !== "" && !words.includes(address.replace(/…$/, ""))) link.dataset.address = address;
}

/** A cell with so many characters has sentences in it, and isn't to be pressed into a column a word wide. */
const SENTENCES = 60;

/** Furnishes sanitised fragments of one text, one after the other, with what only we may put there. */
export function createFurnisher(): (fragment: DocumentFragment) => void {
	let tables = 0;
	return (fragment) => {
		// A long line of code scrolls; the keyboard must get there too.
		for (const code of fragment.querySelectorAll("pre")) code.setAttribute("tabindex", "0");
		for (const table of fragment.querySelectorAll("table")) {
			if (table.parentElement?.closest("table")) continue;
			tables += 1;
			boxTable(table, tables);
		}
		for (const cell of fragment.querySelectorAll("td, th"))
			if (cell.textContent.trim().length > SENTENCES) cell.classList.add("cell-of-text");
		for (const target of fragment.querySelectorAll("[id]")) target.setAttribute("tabindex", "-1");
		for (const link of fragment.querySelectorAll<HTMLAnchorElement>("a[href^=http]")) noteAddress(link);
		for (const part of fragment.querySelectorAll(`[${PART}]`)) {
			part.className = `part-${part.getAttribute(PART)}`;
			part.removeAttribute(PART);
		}
	};
}
