const REFERENCES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
};

const referTo = (character: string): string => REFERENCES[character] ?? character;

/** Plain text as it stands between the tags of HTML or XML. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, referTo);

/** Plain text as it stands in an attribute of HTML or XML, between double quotes. */
export const escapeAttribute = (text: string): string => text.replace(/[&<>"]/g, referTo);
