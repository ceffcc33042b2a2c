import type { ReadonlySignal } from "@preact/signals";
import { AgeOf } from "../headlines/age-of";
import { hrefOfHeadline } from "../signals/route";
import type { Tape } from "../signals/tape";
import { countOf } from "../words/count";
import { isRightToLeft } from "./tape-geometry";
import type { Entry } from "./tape-strip";
import { useTape } from "./use-tape";

interface TapeEntriesProps {
	tape: Tape;
	now: ReadonlySignal<number>;
}

interface EntryProps extends TapeEntriesProps {
	entry: Entry;
	/** Whether it is the one that the buttons act on and Tab leads to; arrow keys lead to the others. */
	current: boolean;
}

function Passing({ entry: { headline }, current, tape, now }: EntryProps) {
	const dir = isRightToLeft([headline.title], tape.rtl.value) ? "rtl" : "ltr";
	return (
		<li class="tape-entry">
			<p class="tape-kicker" dir={dir}>
				<bdi class="tape-source">{headline.sourceTitle}</bdi>
				<AgeOf publishedAt={headline.publishedAt} now={now} />
				{headline.watched && <span>Watched</span>}
				{headline.kind === "video" && <span>Video</span>}
				{headline.copies && <span>{countOf(headline.copies.length + 1, "source")}</span>}
				{tape.isSaved(headline) && <span>Saved</span>}
				{tape.read.value.has(headline.id) && <span>Read</span>}
			</p>
			<h2 class="tape-headline" dir={dir}>
				<a
					href={hrefOfHeadline(headline.id)}
					tabIndex={current ? 0 : -1}
					aria-current={current || undefined}
					draggable={false}
				>
					<bdi>{headline.title}</bdi>
				</a>
			</h2>
		</li>
	);
}

/** The strip in its window, for as long as there is something on it that hasn't gone by. */
export function TapeEntries({ tape, now }: TapeEntriesProps) {
	const { strip, handlers } = useTape(tape);
	const gone = tape.gone.value;
	return (
		<div class="tape-window" dir={tape.rtl.value ? "rtl" : "ltr"} {...handlers}>
			{/* biome-ignore lint/a11y/noRedundantRoles: WebKit takes a list without bullets for no list. */}
			<ol class="tape-strip" role="list" aria-label="Headlines" ref={strip}>
				{tape.entries.value.map((entry, index) => (
					<Passing key={entry.key} entry={entry} current={index === gone} tape={tape} now={now} />
				))}
			</ol>
		</div>
	);
}
