import type { ReadonlySignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { TickerHeadline } from "@/data/model/run";
import { AgeOf } from "../headlines/age-of";
import { hrefOfHeadline } from "../signals/route";
import { headingClass, wordsOf } from "./headline-words";

interface ShownHeadlineProps {
	headline: TickerHeadline;
	now: ReadonlySignal<number>;
	/** Called with each move of the pointer on it. */
	onPointerMove: () => void;
}

/**
 * The headline that the ticker shows, as entrypoints/newtab/index.html has it for the first paint. The first
 * one is there already; those after it fade in.
 */
export function ShownHeadline({ headline, now, onPointerMove }: ShownHeadlineProps) {
	const { id, title, sourceTitle, publishedAt } = headline;
	const first = useRef<string | null>(id);
	if (first.current !== id) first.current = null;
	return (
		<div
			class={first.current === id ? "ticker-stage" : "ticker-stage ticker-fade"}
			key={id}
			onPointerMove={onPointerMove}
		>
			<p class="ticker-kicker">
				<span class="ticker-source" dir="auto">
					{sourceTitle}
				</span>
				<AgeOf publishedAt={publishedAt} now={now} />
				{wordsOf(headline).map((word) => (
					<span key={word} dir="auto">
						{word}
					</span>
				))}
			</p>
			<h1 class={headingClass(title)} dir="auto">
				<a href={hrefOfHeadline(id)}>{title}</a>
			</h1>
		</div>
	);
}
