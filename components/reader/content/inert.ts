/** The part of Trusted Types that is used here; TypeScript's own library hasn't got them. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createHTML: (html: string) => string },
	): {
		/** What it answers is a string in all but name. */
		createHTML(html: string): string;
	};
}

/** Without Trusted Types, in older browsers, there is nothing to ask. */
const { trustedTypes }: { trustedTypes?: TrustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy("inert", { createHTML: (html) => html });

/**
 * Reads HTML as it came into a document that has no window: in there nothing runs, nothing is asked for and
 * nothing is shown. It is still unsanitised. This is the policy's one use.
 */
export const parseInert = (html: string): Document =>
	new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
