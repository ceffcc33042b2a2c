import { withoutTracking } from "../../model/tracking";
import { INNER } from "./part";
import type { Resolve } from "./pictures";

const withoutFragment = (address: string): string => address.replace(/#.*$/s, "");

function fragmentOf(address: string): string | undefined {
	const [, fragment] = /#(.+)$/s.exec(address) ?? [];
	try {
		return fragment && decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}

/** What each link into a text can lead to: elements by their id, else anchors by their name. */
function targetsIn(body: Element): Map<string, Element> {
	const targets = new Map<string, Element>();
	for (const named of [...body.querySelectorAll("[id]"), ...body.querySelectorAll("a[name]")]) {
		const name = named.getAttribute("id") ?? named.getAttribute("name") ?? "";
		if (name !== "" && !targets.has(name)) targets.set(name, named);
	}
	return targets;
}

/**
 * Settles where the links of an inert text lead. Those into the text itself, as to footnotes and back, stay in
 * it: their targets get ids of ours, and every other id goes. The others become absolute, and lose what only
 * tells where the reader came from.
 */
export function settleLinks(body: Element, resolve: Resolve, page: string | undefined): void {
	const targets = targetsIn(body);
	const ids = new Map<Element, string>();
	for (const link of body.querySelectorAll("a[href], area[href]")) {
		const said = (link.getAttribute("href") ?? "").trim();
		const address = said.startsWith("#") ? said : resolve(said);
		const isHere =
			said.startsWith("#") ||
			(page !== undefined && address !== undefined && withoutFragment(address) === withoutFragment(page));
		const target = isHere ? targets.get(fragmentOf(address ?? "") ?? "") : undefined;
		if (target) {
			const id = ids.get(target) ?? `${INNER}${ids.size + 1}`;
			ids.set(target, id);
			link.setAttribute("href", `#${id}`);
		} else {
			const elsewhere = said.startsWith("#") ? resolve(said) : address;
			if (elsewhere === undefined) link.removeAttribute("href");
			else link.setAttribute("href", withoutTracking(elsewhere));
		}
	}
	for (const named of body.querySelectorAll("[id], [name]")) {
		named.removeAttribute("id");
		named.removeAttribute("name");
	}
	for (const [target, id] of ids) target.setAttribute("id", id);
}
