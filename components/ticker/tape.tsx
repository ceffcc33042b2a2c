import type { ReadonlySignal } from "@preact/signals";
import type { TickerHeadline } from "@/data/model/run";
import type { NewTabPage } from "../signals/new-tab";
import type { Tape as TapeModel } from "../signals/tape";
import { useFocusBack } from "../ui/focus-back";
import { isFocusVisible } from "../ui/focus-visible";
import { sayClockTime } from "../words/clock-time";
import { CaughtUp } from "./caught-up";
import { TapeEntries } from "./tape-entries";
import { HeadlineActs, TickerControls } from "./ticker-controls";
import { leaveStage, useTickerKeys } from "./use-ticker-keys";

interface TapeProps {
	tape: TapeModel;
	page: NewTabPage;
	now: ReadonlySignal<number>;
}

/** Opens where a headline comes from, in this tab, as its link among the controls does. */
function openOriginal({ url }: TickerHeadline) {
	if (url !== undefined) Object.assign(document.createElement("a"), { href: url, rel: "noreferrer" }).click();
}

/** The tape: the headlines in one line that goes by at reading pace, with an end. */
export function Tape({ tape, page, now }: TapeProps) {
	const standing = tape.standing.value;
	const paused = tape.paused.value;
	const entries = tape.entries.value;
	const current = tape.current.value;
	const isRtl = tape.rtl.value;
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
	const mute = (headline: TickerHeadline) => {
		if (headline.id === current?.id) tape.next();
		page.mute(headline.source, headline.sourceTitle);
	};
	const acts = {
		previous: tape.previous,
		next: tape.next,
		togglePaused() {
			leaveStage(region.current);
			tape.togglePaused();
		},
		markRead: withHeadline(tape.markRead),
		toggleSaved: withHeadline(tape.toggleSaved),
		openOriginal: withHeadline((headline) => {
			page.opened(headline);
			openOriginal(headline);
		}),
		mute: withHeadline(mute),
	};
	useTickerKeys(acts, isRtl);
	return (
		<div class="tape-page">
			{!isOver && <h1 class="unseen">Headlines</h1>}
			<section
				ref={region}
				class="tape"
				aria-label="Headline ticker"
				onPointerEnter={() => tape.hold("pointedAt", true)}
				onPointerLeave={() => tape.hold("pointedAt", false)}
				onFocusIn={({ target }) => tape.hold("focused", isFocusVisible(target))}
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
					<TapeEntries tape={tape} now={now} />
				)}
				<div class="ticker-controls" dir={isRtl ? "rtl" : "ltr"} hidden={standing.run.kept === 0}>
					<TickerControls
						at={isOver ? undefined : standing}
						canGoBack={entries.length > 0}
						isRtl={isRtl}
						paused={paused}
						onPrevious={tape.previous}
						onTogglePaused={tape.togglePaused}
						onNext={tape.next}
					/>
					{current && (
						<HeadlineActs
							headline={current}
							onOpened={() => page.opened(current)}
							onMarkRead={() => tape.markRead(current)}
							onToggleSaved={() => tape.toggleSaved(current)}
							onMute={() => mute(current)}
						/>
					)}
				</div>
				{quietUntil !== null && paused && !isOver && (
					<p class="ticker-quiet" dir={isRtl ? "rtl" : "ltr"}>
						Quiet until {sayClockTime(quietUntil)}
					</p>
				)}
				<p class="unseen" role="status">
					{tape.said}
				</p>
			</section>
		</div>
	);
}
