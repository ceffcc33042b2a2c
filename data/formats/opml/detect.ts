import { Parser } from "htmlparser2";

/** The first element stands within this many characters, comments and a doctype before it included. */
const PROLOGUE_LENGTH = 20_000;

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
				hasTextBefore ||= first === undefined && data.trim() !== "";
			},
		},
		{ xmlMode: true, lowerCaseTags: true },
	);
	parser.write(text.slice(0, PROLOGUE_LENGTH));
	return first === "opml" && !hasTextBefore;
}
