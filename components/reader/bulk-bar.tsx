import type { BulkAct, Selection } from "../signals/selection";
import { Button } from "../ui/button";
import { countOf } from "../words/count";

const ACTS: readonly (readonly [act: BulkAct, words: string])[] = [
	["read", "Mark read"],
	["unread", "Mark unread"],
	["saved", "Save"],
	["unsaved", "Unsave"],
];

/** What can be done to the headlines that are chosen; it is there while one chooses. */
export function BulkBar({ selection, onEnd }: { selection: Selection; onEnd: () => void }) {
	const ids = selection.ids.value;
	if (ids === null) return null;
	return (
		<fieldset class="bulk-bar">
			<legend class="unseen">Selected headlines</legend>
			<span aria-live="polite">{countOf(ids.size, "selected", "selected")}</span>
			<Button onClick={() => void selection.selectAll()}>Select all of these</Button>
			{ACTS.map(([act, words]) => (
				<Button key={act} disabled={ids.size === 0} onClick={() => void selection.act(act)}>
					{words}
				</Button>
			))}
			<Button onClick={onEnd}>Done</Button>
		</fieldset>
	);
}
