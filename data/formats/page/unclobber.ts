const CONTROLS = "button, fieldset, img, input, object, output, select, textarea";

/**
 * Takes away the names by which a page's elements stand in for properties of the document and of forms
 * (HTML Standard, sections 3.1.7 and 4.10.3): `<img name=createElement>` is found where a method was. What is
 * named goes before the forms that it is named in; until then only the prototype's own methods are safe.
 */
export function unclobber(document: Document): void {
	// The prototype of a document has its methods, and none of what a page names.
	const { querySelectorAll } = Object.getPrototypeOf(document) as Document;
	const all = (selector: string): NodeListOf<Element> => querySelectorAll.call(document, selector);
	for (const element of all(`:is(${CONTROLS})[id]`)) element.removeAttribute("id");
	// Old pages name with it what their links lead to. An anchor's id stands in for nothing.
	for (const anchor of all("a[name]:not([id])")) anchor.setAttribute("id", anchor.getAttribute("name") ?? "");
	for (const element of all("[name]:not(meta, form)")) element.removeAttribute("name");
	for (const form of all("form[name]")) form.removeAttribute("name");
}
