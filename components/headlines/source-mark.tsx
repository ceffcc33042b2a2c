import { type ReadonlySignal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { SourceId } from "@/data/model/headline";

/** The icons that are at hand, as data URLs; a page that shows marks provides them. */
export const Icons = createContext<ReadonlySignal<Record<SourceId, string>>>(signal({}));

const HUES = 360;

/** A hue that is always the same for a name (the string hash of Java's language specification). */
function hueOf(name: string): number {
	let hash = 0;
	for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 0x7fffffff;
	return hash % HUES;
}

/** What stands before a name in English and says nothing of it. */
const ARTICLE = /^the\s+(?=\S)/i;

/**
 * A source's mark: its icon where it is at hand, else its initial in a colour of its own. Beside its name, so
 * silent for a screen reader.
 */
export function SourceMark({ source, name }: { source: SourceId; name: string }) {
	const icon = useContext(Icons).value[source];
	if (icon !== undefined) return <img class="source-mark source-icon" src={icon} alt="" />;
	const initial = [...name.trim().replace(ARTICLE, "")].find((char) => /[\p{L}\p{N}]/u.test(char)) ?? "·";
	return (
		<span class="source-mark" aria-hidden="true" style={{ "--hue": String(hueOf(name)) }}>
			{initial.toLocaleUpperCase()}
		</span>
	);
}
