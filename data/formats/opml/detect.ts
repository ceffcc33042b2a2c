import { Parser } from "htmlparser2";

/** The first element stands within this many characters, comments and a doctype before it included. */
const PROLOGUE_LENGTH = 20_000;

/** What is left of a document type's own declarations (XML 1.0, section 2.8) where its first `>` was taken for its end. */
const REST_OF_DOCTYPE = /^[\s\]>]*$/;

/** Whether a text is XML whose first element is `opml`; what lies in it may still be mangled. */
export function isOpml(text: string): boolean {
	let first: string | undefined;
	let hasTextBefore = false;
	const parser = new Parser(
		{
			onopentagname(name) {
				first ??= name;
			},
			ontext(data) {
				hasTextBefore ||= first === undefined && !REST_OF_DOCTYPE.test(data);
			},
		},
		{ xmlMode: true, lowerCaseTags: true },
	);
	parser.write(text.slice(0, PROLOGUE_LENGTH));
	return first === "opml" && !hasTextBefore;
}
