import { type ReadonlySignal, useSignal } from "@preact/signals";
import type { Sources } from "../signals/sources";
import { useEndInSight } from "../ui/end-in-sight";
import { SourceRow } from "./source-row";

/** As many rows as are drawn at once; thousands of sources come a part at a time. */
const ROWS = 60;

interface SourceListProps {
	sources: Sources;
	now: ReadonlySignal<number>;
	/** Whether feeds are refreshed without being asked. */
	automatic: boolean;
}

/** The sources that were looked for, in their order, which grow as one scrolls down. */
export function SourceList({ sources, now, automatic }: SourceListProps) {
	const shown = useSignal(ROWS);
	const entries = sources.found.value;
	const hasMore = entries.length > shown.value;
	const end = useEndInSight(hasMore, () => {
		shown.value += ROWS;
	});
	return (
		<>
			<ul class="source-list" aria-label="Sources">
				{entries.slice(0, shown.value).map((entry) => (
					<SourceRow key={entry.source.id} entry={entry} sources={sources} now={now} automatic={automatic} />
				))}
			</ul>
			{hasMore && <div ref={end} style={{ blockSize: "1px" }} />}
		</>
	);
}
