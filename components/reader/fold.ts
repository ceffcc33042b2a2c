import type { Piece } from "./comparison";

/** A piece as it is shown, or lines that both texts have and that aren't. */
export type Shown = Piece | { kind: "skipped"; lines: number };

/** Fewer lines than this are shown: to say that they are left out takes one as well. */
const MIN_SKIPPED = 2;

/**
 * Leaves out what both texts have, but for the lines beside a change: who asks what changed in a long text
 * wants to see that, and where.
 */
export function fold(pieces: readonly Piece[]): Shown[] {
	return pieces.flatMap((piece, at): Shown[] => {
		if (piece.kind !== "same") return [piece];
		const lines = piece.text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
		const before = at === 0 ? 0 : 1;
		// What stands before a change is the rest of its line, and the line before where that is empty.
		const after = at === pieces.length - 1 ? 0 : 1;
		const skipped = lines.length - before - after;
		if (skipped < MIN_SKIPPED) return [piece];
		const text = (from: number, to: number): Shown[] =>
			from === to ? [] : [{ kind: "same", text: lines.slice(from, to).join("") }];
		return [
			...text(0, before),
			{ kind: "skipped", lines: skipped },
			...text(lines.length - after, lines.length),
		];
	});
}
