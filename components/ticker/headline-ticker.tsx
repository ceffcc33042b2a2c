import type { ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { NewTabPage } from "../signals/new-tab";
import type { Ticker } from "../signals/ticker";
import { useFocusBack } from "../ui/focus-back";
import { isFocusVisible } from "../ui/focus-visible";
import { later } from "../ui/later";
import { sayClockTime } from "../words/clock-time";
import { ShownHeadline } from "./shown-headline";
import { HeadlineActs, TickerControls } from "./ticker-controls";
import { leaveStage, useTickerKeys } from "./use-ticker-keys";

interface HeadlineTickerProps {
	ticker: Ticker;
	page: NewTabPage;
	now: ReadonlySignal<number>;
}

/** The end of the run; few of the tabs that are opened come to it. */
export const CaughtUp = later(async () => (await import("./caught-up")).CaughtUp);

/** The ticker: one headline at a time, at reading pace, with an end. */
export function HeadlineTicker({ ticker, page, now }: HeadlineTickerProps) {
	const standing = ticker.standing.value;
	const { headline } = standing;
	const paused = ticker.paused.value;
	const quietUntil = page.quietUntil.value;
	const region = useFocusBack<HTMLElement>((part) => part.querySelector(".ticker-stage :is(a, button)"));
	// When the last headline goes, what comes after it has to be there.
	const isLast = standing.unseen === undefined;
	useEffect(() => {
		if (isLast) void CaughtUp.load();
	}, [isLast]);
	useTickerKeys({
		previous: ticker.previous,
		next: ticker.next,
		togglePaused() {
			leaveStage(region.current);
			ticker.togglePaused();
		},
		markRead: ticker.markRead,
		toggleSaved: ticker.toggleSaved,
		openOriginal: () => region.current?.querySelector<HTMLElement>(".ticker-acts a")?.click(),
		mute: ticker.mute,
	});
	return (
		<section
			ref={region}
			class="ticker"
			aria-label="Headline ticker"
			onPointerEnter={() => ticker.hold("pointedAt", true)}
			onPointerLeave={() => ticker.hold("pointedAt", false)}
			onFocusIn={(event) => ticker.hold("focused", isFocusVisible(event.target))}
			onFocusOut={() => ticker.hold("focused", false)}
		>
			{headline ? (
				// Who has just pressed play on its button has left the page unheld, and comes here to click.
				<ShownHeadline headline={headline} now={now} onPointerMove={() => ticker.hold("pointedAt", true)} />
			) : (
				<CaughtUp
					standing={standing}
					nextLookAt={page.nextLookAt.value}
					now={now.value}
					onRestart={ticker.restart}
				/>
			)}
			<div class="ticker-pace" hidden={standing.run.kept === 0}>
				{headline && (
					<div
						key={headline.id}
						class={ticker.rotating.value ? "ticker-pace-left" : "ticker-pace-left ticker-pace-held"}
						style={{ "--dwell": `${ticker.dwellMs.value}ms` }}
					/>
				)}
			</div>
			<div class="ticker-controls" hidden={standing.run.kept === 0}>
				<TickerControls
					at={headline && standing}
					canGoBack={standing.previous !== undefined}
					paused={paused}
					onPrevious={ticker.previous}
					onTogglePaused={ticker.togglePaused}
					onNext={ticker.next}
				/>
				{headline && (
					<HeadlineActs
						headline={headline}
						onOpened={() => page.opened(headline)}
						onMarkRead={ticker.markRead}
						onToggleSaved={ticker.toggleSaved}
						onMute={ticker.mute}
					/>
				)}
			</div>
			{quietUntil !== null && paused && headline && (
				<p class="ticker-quiet">Quiet until {sayClockTime(quietUntil)}</p>
			)}
			{/* Not an empty text: Preact would write it, and have the page laid out, at each change of the run. */}
			<p class="unseen" role="status">
				{ticker.said.value || null}
			</p>
		</section>
	);
}
