import { diffArrays } from "diff/lib/diff/array.js";

/** A piece of two texts that are compared: in both, in the earlier alone, or in the later alone. */
export interface Piece {
	kind: "same" | "removed" | "added";
	text: string;
}

/** How long each step may take, in milliseconds: within that, a page still answers at once. */
const LIMIT_MS = 100;

/** So many characters are cut into words at most, which takes a browser a tenth of a second. */
const MAX_BY_WORDS = 40_000;

/** A run of tokens as `diff` gives it. */
type Run = { kind: Piece["kind"]; tokens: string[] };

/** Compares two rows of tokens; where that takes too long, the one is gone and the other has come. */
function compareTokens(before: string[], after: string[]): Run[] {
	const runs = diffArrays(before, after, { timeout: LIMIT_MS });
	if (!runs)
		return [
			{ kind: "removed", tokens: before },
			{ kind: "added", tokens: after },
		];
	return runs.map(({ added, removed, value }) => ({
		kind: added ? "added" : removed ? "removed" : "same",
		tokens: value,
	}));
}

const isBlank = (text: string) => text.trim() === "";

/**
 * Puts runs together, so that between two pieces that are the same there is one removal and one addition at
 * most. A space alone is no piece: word for word, “two red cars” and “a blue boat” share theirs.
 */
function gather(runs: Run[]): Piece[] {
	const pieces: Piece[] = [];
	let removed = "";
	let added = "";
	const end = () => {
		if (removed) pieces.push({ kind: "removed", text: removed });
		if (added) pieces.push({ kind: "added", text: added });
		removed = added = "";
	};
	runs.forEach(({ kind, tokens }, at) => {
		const text = tokens.join("");
		const isBetween = removed + added !== "" && at < runs.length - 1;
		if (kind === "removed") removed += text;
		else if (kind === "added") added += text;
		else if (isBlank(text) && !text.includes("\n") && isBetween) {
			removed += text;
			added += text;
		} else {
			end();
			const last = pieces.at(-1);
			if (last?.kind === "same") last.text += text;
			else pieces.push({ kind, text });
		}
	});
	end();
	return pieces;
}

/** Cuts a text into its lines, each with its line end. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/**
 * Compares two texts word for word, in any script; `language` is a BCP 47 tag. The pieces that aren't added make
 * up the earlier text, those that aren't removed the later one. It is compared by lines first, and by words
 * where those differ, as long as that doesn't hold up the page.
 */
export function compare(before: string, after: string, language: string): Piece[] {
	const words = new Intl.Segmenter(language, { granularity: "word" });
	const wordsOf = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);
	let byWords = 0;
	const runs = compareTokens(linesOf(before), linesOf(after)).flatMap((run, at, all): Run[] => {
		const next = all[at + 1];
		const last = all[at - 1];
		if (run.kind === "added" && last?.kind === "removed") return [];
		if (run.kind !== "removed" || next?.kind !== "added") return [run];
		const [gone, come] = [run.tokens.join(""), next.tokens.join("")];
		byWords += gone.length + come.length;
		return byWords > MAX_BY_WORDS ? [run, next] : compareTokens(wordsOf(gone), wordsOf(come));
	});
	return gather(runs);
}
