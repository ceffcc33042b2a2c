// Functions that are sent to a page as source: they may use nothing from outside.

/** The text of an element, with white space collapsed. */
export function textOf(element: Element): string {
	return element.textContent.replace(/\s+/g, " ").trim();
}

/** Tells whether a form control has this label. */
export function isLabelled(control: Element, label: string): boolean {
	// Only form controls are asked, and those have labels.
	const labels = Array.from((control as HTMLInputElement).labels ?? []);
	return (
		control.getAttribute("aria-label") === label ||
		labels.some((one) => one.textContent.replace(/\s+/g, " ").trim() === label)
	);
}

/** Tells whether an element's markup can give it this accessible name: false is sure, true isn't. */
export function mayBeNamed(element: Element, name: string): boolean {
	const says = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").includes(name);
	const referred = (element.getAttribute("aria-labelledby") ?? "")
		.split(/\s+/)
		.map((id) => document.getElementById(id));
	// What has no labels answers undefined.
	const labels = Array.from((element as HTMLInputElement).labels ?? []);
	return (
		[element, ...labels, ...referred].some((one) => says(one?.textContent)) ||
		["aria-label", "title", "alt", "placeholder", "value"].some((one) => says(element.getAttribute(one)))
	);
}

/**
 * Tells whether an element that has a role by its markup has it for assistive technology too, and this name
 * where one is given; only for roles that take no name from their content.
 */
export function isContainer(element: Element, role: string, name: string | null): boolean {
	const squeeze = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
	const referred = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
	const label =
		squeeze(referred.map((id) => document.getElementById(id)?.textContent).join(" ")) ||
		squeeze(element.getAttribute("aria-label")) ||
		squeeze(element.querySelector(":scope > legend")?.textContent);
	const own = element.getAttribute("role") ?? role;
	const isHidden =
		element.closest("[aria-hidden=true], [inert]") !== null ||
		!element.checkVisibility({ visibilityProperty: true });
	// A section that nothing names is no region (HTML Accessibility API Mappings).
	const isNameless = role === "region" && label === "";
	return own === role && !isHidden && !isNameless && (name === null || label === name);
}

/** Tells whether the mouse would hit an element's first box: in view, still, enabled and not covered. */
export async function readiness(element: Element): Promise<boolean> {
	element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
	const before = element.getClientRects()[0];
	await new Promise((painted) => requestAnimationFrame(painted));
	const box = element.getClientRects()[0];
	if (before === undefined || box === undefined || element.matches(":disabled, [aria-disabled=true]"))
		return false;
	if (box.x !== before.x || box.y !== before.y || box.width === 0) return false;
	return element.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
}

/** The middle of an element's first box, across and down in the window. */
export function middleOf(element: Element): [number, number] {
	const { x, y, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
	return [x + width / 2, y + height / 2];
}

/** Focuses a field and selects what it holds; false where keys can't write into it. */
export function selectAll(element: Element): boolean {
	const written = element.matches(
		"textarea, input:is(:not([type]), [type=text], [type=search], [type=url], [type=number])",
	);
	if (!written) return false;
	// The selector has just let only these two pass.
	const field = element as HTMLInputElement | HTMLTextAreaElement;
	field.focus();
	field.select();
	return true;
}

/** Sets a control's value as a user's act would: with the two events. */
export function setValue(element: Element, value: string): void {
	// Used for selects and inputs alone, which both have a value.
	const control = element as HTMLInputElement | HTMLSelectElement;
	control.value = value;
	control.dispatchEvent(new Event("input", { bubbles: true }));
	control.dispatchEvent(new Event("change", { bubbles: true }));
}

/**
 * Whether a page answers to what one does there. A new tab asks for its modules when its first headline is on the
 * screen, after it is loaded; till they take over, that headline's markup has its id.
 */
export const answers = (): boolean => document.querySelector("main[data-headline]") === null;
