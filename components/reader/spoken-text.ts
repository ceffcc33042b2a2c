import { guessLanguage } from "@/data/model/language";
import type { Passage } from "../signals/spoken-lines";

/** A passage that stands in the page. */
export interface SpokenText extends Passage {
	/** The place of a part of it in the page. */
	rangeOf(start: number, end: number): Range;
}

/** A part of a page that is a line or lines of its own. */
const BLOCK =
	"address,article,aside,blockquote,caption,dd,details,div,dl,dt,figcaption,figure,h1,h2,h3,h4,h5,h6,li,ol,p,pre,section,summary,table,td,th,tr,ul";
/** What isn't read: code, how a word is pronounced, controls, and what is for screen readers or isn't there. */
const SILENT = "pre,rt,rp,button,audio,video,select,input,.unseen,[aria-hidden=true],[hidden]";

/** Text nodes one after another, and the text that they make. */
interface Run {
	block: Element;
	nodes: { node: Text; start: number }[];
	text: string;
}

/** The text nodes below an element that are read, each with the block that it is in. */
function* textsIn(root: Element): Generator<{ node: Text; block: Element }> {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const parent = node.parentElement;
		// The walker shows texts alone.
		if (parent && !parent.closest(SILENT)) yield { node: node as Text, block: parent.closest(BLOCK) ?? root };
	}
}

function languageOf({ block }: Run, root: Element, fallback: string): string {
	const declared = block.closest("[lang]:not([lang=''])");
	const own = declared && root.contains(declared) ? declared.getAttribute("lang") : undefined;
	try {
		if (own) return Intl.getCanonicalLocales(own)[0] ?? fallback;
	} catch {
		// What a page declares may be no language.
	}
	return fallback;
}

function toSpoken(run: Run, language: string): SpokenText {
	const placeOf = (offset: number): [Text, number] => {
		const last = run.nodes.findLast(({ start }) => start <= offset) ?? run.nodes[0];
		if (!last) throw new Error("A passage has no text.");
		return [last.node, Math.min(offset - last.start, last.node.data.length)];
	};
	return {
		text: run.text,
		language,
		rangeOf(start, end) {
			const range = document.createRange();
			range.setStart(...placeOf(start));
			range.setEnd(...placeOf(end));
			return range;
		},
	};
}

/**
 * What there is to be read aloud below some elements, a passage for each block of text; with `whole`, one for
 * each element, in which blocks are lines. The language is the one that the page declares below `root`, else
 * that of its text as a whole, else `fallback`.
 */
export function spokenIn(
	elements: readonly Element[],
	{ root, fallback, whole = false }: { root: Element; fallback: string; whole?: boolean },
): SpokenText[] {
	const runs: Run[] = [];
	for (const element of elements) {
		let run: Run | undefined;
		let last: Element | undefined;
		for (const { node, block } of textsIn(element)) {
			if (!run || (!whole && block !== last)) {
				run = { block, nodes: [], text: "" };
				runs.push(run);
			} else if (block !== last) run.text += "\n";
			run.nodes.push({ node, start: run.text.length });
			run.text += node.data;
			last = block;
		}
	}
	const spoken = runs.filter(({ text }) => text.trim() !== "");
	const common = whole ? undefined : guessLanguage(spoken.map(({ text }) => text).join("\n"));
	return spoken.map((run) =>
		toSpoken(run, languageOf(run, root, common ?? guessLanguage(run.text) ?? fallback)),
	);
}
