import type { ReadonlySignal } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";
import { AgeOf } from "./age-of";
import type { Row } from "./rows";

interface MatchedListProps {
	/** What the list is of, for a screen reader. */
	label: string;
	rows: Row[];
	/** How many there are in all. */
	count: number;
	now: ReadonlySignal<number>;
	hrefOfHeadline: (id: HeadlineId) => string;
	newTab?: boolean;
}

/** The headlines that a rule concerns, in brief. */
export function MatchedList({ label, rows, count, now, hrefOfHeadline, newTab = false }: MatchedListProps) {
	return (
		<>
			<ul class="matched-list" aria-label={label}>
				{rows.map(({ headline, sourceTitle }) => (
					<li key={headline.id}>
						<a
							href={hrefOfHeadline(headline.id)}
							dir="auto"
							target={newTab ? "_blank" : undefined}
							rel={newTab ? "noopener" : undefined}
						>
							{headline.title}
						</a>
						<span class="headline-meta">
							<span class="headline-source" dir="auto">
								{sourceTitle}
							</span>
							<AgeOf publishedAt={headline.publishedAt} now={now} />
						</span>
					</li>
				))}
			</ul>
			{count > rows.length && rows.length > 0 && <p class="matched-more">These are the newest of {count}.</p>}
		</>
	);
}
