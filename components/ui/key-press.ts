/** A key that is pressed, and what has the focus. */
export interface Press
	extends Pick<
		KeyboardEvent,
		"key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "isComposing" | "repeat"
	> {
	/** Whether what has the focus is, or is in, what a selector says. */
	isOn(selector: string): boolean;
}

/** What uses every key itself. */
export const FIELDS =
	"dialog, select, textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])";
/** What uses the arrows. */
export const ARROWED = "[type=radio], [role=radio], [role=slider], [role^=menu], [role=tab], [role=listbox]";
/** What is pressed with the space bar. */
export const PRESSED = "button, summary, input, [role=button]";

/** What is known of a key that was pressed; undefined where it has been used, or was pressed nowhere. */
export function pressOf(event: KeyboardEvent): Press | undefined {
	const { target, key, code, ctrlKey, altKey, metaKey, shiftKey, isComposing, repeat } = event;
	if (event.defaultPrevented || !(target instanceof Element)) return undefined;
	const isOn = (selector: string) => target.closest(selector) !== null;
	return { key, code, ctrlKey, altKey, metaKey, shiftKey, isComposing, repeat, isOn };
}

/** A letter's key on the keyboards of scripts that have no such letter. */
export const letterOf = ({ key, code }: Pick<Press, "key" | "code">): string =>
	/^\p{ASCII}+$/u.test(key) ? key.toLowerCase() : code.replace(/^Key/, "").toLowerCase();
