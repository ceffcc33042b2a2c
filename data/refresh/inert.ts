/** The part of Trusted Types that is used here; TypeScript's library has none of it. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createHTML(html: string): string },
	): { createHTML(html: string): string };
}

const createPolicy = () => {
	// Whoever hasn't got Trusted Types has nothing under this name.
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	return trustedTypes?.createPolicy("inert", { createHTML: (html) => html });
};

/** Its name is among those that wxt.config.ts allows, and only the first policy of a name is. */
let policy: ReturnType<typeof createPolicy>;

/**
 * Parses a page into a document that is never shown: nothing in it runs, and nothing that it names is
 * requested (HTML Standard, section 8.5.1). It is the one place where a string becomes HTML unsanitised;
 * what is taken out of the document is sanitised when it is shown. Needs a DOM.
 */
export function parseInert(html: string): Document {
	policy ??= createPolicy();
	return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
}
