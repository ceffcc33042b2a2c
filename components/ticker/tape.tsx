import type { ReadonlySignal } from "@preact/signals";
import type { TickerHeadline } from "@/data/model/run";
import { withoutTracking } from "@/data/model/tracking";
import { AgeOf } from "../headlines/age-of";
import type { NewTabPage } from "../signals/new-tab";
import { hrefOfHeadline } from "../signals/route";
import type { Tape as TapeModel } from "../signals/tape";
import { IconButton } from "../ui/button";
import { useFocusBack } from "../ui/focus-back";
import { sayClockTime } from "../words/clock-time";
import { countOf } from "../words/count";
import { CaughtUp } from "./caught-up";
import { sayPlace } from "./headline-words";
import type { Entry } from "./tape-strip";
import { HeadlineActs } from "./ticker-controls";
import { useTape } from "./use-tape";
import { useTickerKeys } from "./use-ticker-keys";

interface StripProps {
	tape: TapeModel;
	now: ReadonlySignal<number>;
}

interface TapeProps extends StripProps {
	page: NewTabPage;
}

interface EntryProps {
	entry: Entry;
	/** Whether it is the one that the buttons act on and Tab leads to; arrow keys lead to the others. */
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

/** Opens where a headline comes from, in this tab, as its link among the controls does. */
function openOriginal({ url }: TickerHeadline) {
	if (url !== undefined)
		Object.assign(document.createElement("a"), { href: withoutTracking(url), rel: "noreferrer" }).click();
}

/** The tape: the headlines in one line that goes by at reading pace, with an end. */
export function Tape({ tape, page, now }: TapeProps) {
	const standing = tape.standing.value;
	const paused = tape.paused.value;
	const entries = tape.entries.value;
	const current = tape.current.value;
	const isOver = current === undefined;
	const quietUntil = page.quietUntil.value;
	const region = useFocusBack<HTMLElement>((part) =>
		part.querySelector<HTMLElement>(".tape-entry a[tabindex='0'], .ticker-stage :is(a, button)"),
	);
	/** Keys act on the headline that has the focus, else on the one that is at the margin. */
	const withHeadline = (act: (headline: TickerHeadline) => void) => () => {
		const row = document.activeElement?.closest(".tape-entry");
		const rows = Array.from(region.current?.querySelectorAll(".tape-entry") ?? []);
		const headline = (row && entries[rows.indexOf(row)]?.headline) || current;
		if (headline) act(headline);
	};
	const markRead = (headline: TickerHeadline) => {
		if (headline.id === current?.id) tape.next();
		page.markRead(headline);
	};
	const mute = (headline: TickerHeadline) => {
		if (headline.id === current?.id) tape.next();
		page.mute(headline.source, headline.sourceTitle);
	};
	useTickerKeys({
		previous: tape.previous,
		next: tape.next,
		togglePaused: tape.togglePaused,
		markRead: withHeadline(markRead),
		toggleSaved: withHeadline(tape.toggleSaved),
		openOriginal: withHeadline((headline) => {
			page.opened(headline);
			openOriginal(headline);
		}),
		mute: withHeadline(mute),
	});
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
				{isOver ? (
					<CaughtUp
						standing={standing}
						nextLookAt={page.nextLookAt.value}
						now={now.value}
						onRestart={tape.restart}
					/>
				) : (
					<Strip tape={tape} now={now} />
				)}
				<div class="ticker-controls" hidden={standing.kept === 0}>
					<div class="ticker-steps">
						<IconButton
							icon="previous"
							label="Previous headline"
							disabled={entries.length === 0}
							onClick={tape.previous}
						/>
						<IconButton
							icon={paused ? "play" : "pause"}
							label={paused ? "Play ticker" : "Pause ticker"}
							disabled={isOver}
							onClick={tape.togglePaused}
						/>
						<IconButton icon="next" label="Next headline" disabled={isOver} onClick={tape.next} />
						{!isOver && <p class="ticker-place">{sayPlace(standing.place, standing.total)}</p>}
					</div>
					{current && (
						<HeadlineActs
							headline={current}
							onOpened={() => page.opened(current)}
							onMarkRead={() => markRead(current)}
							onToggleSaved={() => tape.toggleSaved(current)}
							onMute={() => mute(current)}
						/>
					)}
				</div>
				{quietUntil !== null && paused && !isOver && (
					<p class="ticker-quiet">Quiet until {sayClockTime(quietUntil)}</p>
				)}
				<p class="unseen" role="status">
					{tape.said}
				</p>
			</section>
		</div>
	);
}
