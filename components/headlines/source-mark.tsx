const HUES = 360;

/** A hue that is always the same for a name (the string hash of Java's language specification). */
function hueOf(name: string): number {
	let hash = 0;
	for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 0x7fffffff;
	return hash % HUES;
}

/** What stands before a name in English and says nothing of it. */
const ARTICLE = /^the\s+(?=\S)/i;

/** A source's mark: its initial, in a colour of its own. Beside its name, so silent for a screen reader. */
export function SourceMark({ name }: { name: string }) {
	const initial = [...name.trim().replace(ARTICLE, "")].find((char) => /[\p{L}\p{N}]/u.test(char)) ?? "·";
	return (
		<span class="source-mark" aria-hidden="true" style={{ "--hue": String(hueOf(name)) }}>
			{initial.toLocaleUpperCase()}
		</span>
	);
}
