import type { ReadonlySignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { AgeOf } from "../headlines/age-of";
import { hrefOfHeadline } from "../signals/route";
import type { Tape as TapeModel } from "../signals/tape";
import { IconButton } from "../ui/button";
import { useFocusBack } from "../ui/focus-back";
import { countOf } from "../words/count";
import type { Entry } from "./tape-strip";
import { useTape } from "./use-tape";

interface StripProps {
	tape: TapeModel;
	now: ReadonlySignal<number>;
}

interface TapeProps extends StripProps {
	/** Makes what is shown when all has gone by; it has the page's heading then. */
	end: () => ComponentChildren;
}

interface EntryProps {
	entry: Entry;
	/** Whether it is the one that Tab leads to; arrow keys lead to the others. */
	current: boolean;
	now: ReadonlySignal<number>;
}

function Passing({ entry: { headline }, current, now }: EntryProps) {
	return (
		<li class="tape-entry">
			<p class="tape-kicker">
				<bdi class="tape-source">{headline.sourceTitle}</bdi>
				<AgeOf publishedAt={headline.publishedAt} now={now} />
				{headline.watched && <span>Watched</span>}
				{headline.kind === "video" && <span>Video</span>}
				{headline.copies && <span>{countOf(headline.copies.length + 1, "source")}</span>}
			</p>
			<h2 class="tape-headline">
				<a href={hrefOfHeadline(headline.id)} tabIndex={current ? 0 : -1} draggable={false}>
					<bdi>{headline.title}</bdi>
				</a>
			</h2>
		</li>
	);
}

/** The strip in its window, for as long as there is something on it that hasn't gone by. */
function Strip({ tape, now }: StripProps) {
	const { strip, handlers } = useTape(tape);
	const gone = tape.gone.value;
	return (
		<div class="tape-window" dir={tape.rtl.value ? "rtl" : "ltr"} {...handlers}>
			{/* biome-ignore lint/a11y/noRedundantRoles: WebKit takes a list without bullets for no list. */}
			<ol class="tape-strip" role="list" aria-label="Headlines" ref={strip}>
				{tape.entries.value.map((entry, index) => (
					<Passing key={entry.key} entry={entry} current={index === gone} now={now} />
				))}
			</ol>
		</div>
	);
}

/** The tape: the headlines in one line that goes by at reading pace, with an end. */
export function Tape({ tape, now, end }: TapeProps) {
	const standing = tape.standing.value;
	const paused = tape.paused.value;
	const gone = tape.gone.value;
	const isOver = gone >= tape.entries.value.length;
	const region = useFocusBack<HTMLElement>((part) =>
		part.querySelector<HTMLElement>(".tape-entry a[tabindex='0'], .ticker-stage :is(a, button)"),
	);
	return (
		<div class="tape-page">
			{!isOver && <h1 class="unseen">Headlines</h1>}
			<section
				ref={region}
				class="tape"
				aria-label="Headline ticker"
				onPointerEnter={() => tape.hold("pointedAt", true)}
				onPointerLeave={() => tape.hold("pointedAt", false)}
				onFocusIn={({ target }) =>
					tape.hold("focused", target instanceof Element && target.matches(":focus-visible"))
				}
				onFocusOut={() => tape.hold("focused", false)}
			>
				{isOver ? end() : <Strip tape={tape} now={now} />}
				<div class="ticker-controls" hidden={standing.kept === 0}>
					<IconButton
						icon="previous"
						label="Previous headline"
						disabled={tape.entries.value.length === 0}
						onClick={tape.previous}
					/>
					<IconButton
						icon={paused ? "play" : "pause"}
						label={paused ? "Play ticker" : "Pause ticker"}
						disabled={isOver}
						onClick={tape.togglePaused}
					/>
					<IconButton icon="next" label="Next headline" disabled={isOver} onClick={tape.next} />
					{!isOver && (
						<p class="ticker-place">
							{standing.place} of {standing.total}
						</p>
					)}
				</div>
				<p class="unseen" role="status">
					{tape.said}
				</p>
			</section>
		</div>
	);
}
