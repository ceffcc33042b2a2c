/** What formula writers put beside MathML for browsers without it. */
const DOUBLES =
	".katex-html, .mwe-math-fallback-image-inline, .mwe-math-fallback-image-display, .MathJax_Preview";

/**
 * Leaves one of the forms in which an inert text has a formula: MathML where it is there, and else the TeX that a
 * script would have drawn, as text.
 */
export function settleMath(body: Element): void {
	for (const formula of body.querySelectorAll("math")) {
		const holder = formula.closest(".katex, .mwe-math-element");
		for (const double of holder?.querySelectorAll(DOUBLES) ?? []) double.remove();
		// Until then it was there for those who hear it alone.
		for (const part of holder?.querySelectorAll("[style]") ?? []) part.removeAttribute("style");
	}
	for (const script of body.querySelectorAll("script[type^='math/tex']")) {
		const code = body.ownerDocument.createElement("code");
		code.textContent = script.textContent;
		script.replaceWith(code);
	}
}
