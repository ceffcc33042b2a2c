/** Levels at which an element of the top object's list ends: the object, then the list. */
const LIST_DEPTH = 2;

/** Nothing in a feed lies as deep as this. */
const MAX_DEPTH = 1000;

const TOKEN = /[{}[\],]|"|[^\s"{}[\],]+/g;

const stringEnd = (text: string, start: number): number => {
	let at = start + 1;
	for (; at < text.length && text[at] !== '"'; at++) if (text[at] === "\\") at++;
	return at + 1;
};

const escapeControls = (string: string): string =>
	string.replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);

/**
 * Mends JSON that is cut off, followed by junk, or has trailing commas and line breaks in its strings: what is
 * whole stays, and a list's element that isn't goes. What it can't mend it leaves to be refused.
 */
export function mendJson(text: string): string {
	const closers: string[] = [];
	const token = new RegExp(TOKEN);
	let mended = "";
	let comma = "";
	/** How much of `mended` ends with a whole element, and what would close it there. */
	let whole = { length: 0, closers: "" };
	for (let found = token.exec(text)?.[0]; found !== undefined; found = token.exec(text)?.[0]) {
		if (found === ",") {
			comma = found;
			continue;
		}
		const closes = found === "}" || found === "]";
		if (found === '"') {
			const start = token.lastIndex - 1;
			token.lastIndex = stringEnd(text, start);
			found = escapeControls(text.slice(start, token.lastIndex));
		}
		mended += closes ? found : comma + found;
		comma = "";
		if (found === "{") closers.push("}");
		else if (found === "[") closers.push("]");
		else if (!closes) continue;
		else if (closers.pop() !== found) break;
		else if (closers.length === 0) return mended;
		if (closers.length > MAX_DEPTH) break;
		if (closers.length <= LIST_DEPTH && closers.at(-1) === "]") {
			whole = { length: mended.length, closers: closers.toReversed().join("") };
		}
	}
	return mended.slice(0, whole.length) + whole.closers;
}
