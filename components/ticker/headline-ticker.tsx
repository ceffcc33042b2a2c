import type { ReadonlySignal } from "@preact/signals";
import type { TickerHeadline } from "@/data/model/run";
import { AgeOf } from "../headlines/age-of";
import { hrefOf, hrefOfHeadline } from "../signals/route";
import type { Ticker } from "../signals/ticker";
import { Button, IconButton } from "../ui/button";
import { countOf } from "../words/count";

interface HeadlineTickerProps {
	ticker: Ticker;
	now: ReadonlySignal<number>;
}

/** A button that was merely clicked keeps the focus, and must not hold the ticker for ever. */
const isFocusVisible = (target: EventTarget | null) =>
	target instanceof Element && target.matches(":focus-visible");

function Shown({ headline, now }: { headline: TickerHeadline; now: ReadonlySignal<number> }) {
	return (
		<div class="ticker-stage ticker-fade" key={headline.id}>
			<p class="ticker-kicker">
				<span class="ticker-source">{headline.sourceTitle}</span>
				<AgeOf publishedAt={headline.publishedAt} now={now} />
				{headline.kind === "video" && <span>Video</span>}
			</p>
			<h1 class="ticker-heading" dir="auto">
				<a href={hrefOfHeadline(headline.id)}>{headline.title}</a>
			</h1>
		</div>
	);
}

function CaughtUp({ total, ticker }: { total: number; ticker: Ticker }) {
	return (
		<div class="ticker-stage">
			<h1 class="ticker-heading">You are caught up</h1>
			{total > 0 ? (
				<p class="ticker-end">
					That was all: {countOf(total, "headline")}. New ones start here by themselves.
				</p>
			) : (
				<p class="ticker-end">
					Nothing is unread. New headlines come from your <a href={hrefOf({ room: "sources" })}>sources</a>.
				</p>
			)}
			{total > 0 && (
				<p>
					<Button onClick={ticker.restart}>Show the unread again</Button>
				</p>
			)}
		</div>
	);
}

/** The ticker: one headline at a time, at reading pace, with an end. */
export function HeadlineTicker({ ticker, now }: HeadlineTickerProps) {
	const { headline, place, total, previous } = ticker.standing.value;
	const paused = ticker.paused.value;
	return (
		<section
			class="ticker"
			aria-label="Headline ticker"
			onPointerEnter={() => ticker.hold("pointedAt", true)}
			onPointerLeave={() => ticker.hold("pointedAt", false)}
			onFocusIn={(event) => ticker.hold("focused", isFocusVisible(event.target))}
			onFocusOut={() => ticker.hold("focused", false)}
		>
			{headline ? <Shown headline={headline} now={now} /> : <CaughtUp total={total} ticker={ticker} />}
			<div class="ticker-pace">
				{headline && (
					<div
						key={headline.id}
						class={ticker.rotating.value ? "ticker-pace-left" : "ticker-pace-left ticker-pace-held"}
						style={{ "--dwell": `${ticker.dwellMs.value}ms` }}
					/>
				)}
			</div>
			<div class="ticker-controls">
				<IconButton
					icon="previous"
					label="Previous headline"
					disabled={previous === undefined}
					onClick={ticker.previous}
				/>
				<IconButton
					icon={paused ? "play" : "pause"}
					label={paused ? "Play ticker" : "Pause ticker"}
					disabled={!headline}
					onClick={ticker.togglePaused}
				/>
				<IconButton icon="next" label="Next headline" disabled={!headline} onClick={ticker.next} />
				{headline && (
					<p class="ticker-place">
						{place} of {total}
					</p>
				)}
			</div>
			<p class="unseen" role="status">
				{ticker.said}
			</p>
		</section>
	);
}
