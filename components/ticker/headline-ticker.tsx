import type { ReadonlySignal } from "@preact/signals";
import type { TickerHeadline } from "@/data/model/run";
import { AgeOf } from "../headlines/age-of";
import { hrefOfHeadline } from "../signals/route";
import type { Ticker } from "../signals/ticker";
import { IconButton } from "../ui/button";
import { useFocusBack } from "../ui/focus-back";
import { CaughtUp } from "./caught-up";

interface HeadlineTickerProps {
	ticker: Ticker;
	now: ReadonlySignal<number>;
}

/** In characters; a longer title is set smaller, so that it fits a page with its controls. */
const LONG_TITLE = 140;

/** A button that was merely clicked keeps the focus, and must not hold the ticker for ever. */
const isFocusVisible = (target: EventTarget | null) =>
	target instanceof Element && target.matches(":focus-visible");

/** The names of the other sources that tell the same story. */
const othersOf = ({ sourceTitle, copies = [] }: TickerHeadline): string[] =>
	[...new Set(copies.map((copy) => copy.sourceTitle))].filter((title) => title !== sourceTitle);

function Shown({ headline, now }: { headline: TickerHeadline; now: ReadonlySignal<number> }) {
	const others = othersOf(headline);
	return (
		<div class="ticker-stage ticker-fade" key={headline.id}>
			<p class="ticker-kicker">
				<span class="ticker-source">{headline.sourceTitle}</span>
				<AgeOf publishedAt={headline.publishedAt} now={now} />
				{headline.kind === "video" && <span>Video</span>}
				{others.length > 0 && <span>also in {others.join(", ")}</span>}
			</p>
			<h1 class={`ticker-heading ${headline.title.length > LONG_TITLE ? "ticker-long" : ""}`} dir="auto">
				<a href={hrefOfHeadline(headline.id)}>{headline.title}</a>
			</h1>
		</div>
	);
}

/** The ticker: one headline at a time, at reading pace, with an end. */
export function HeadlineTicker({ ticker, now }: HeadlineTickerProps) {
	const standing = ticker.standing.value;
	const { headline, place, total, previous } = standing;
	const paused = ticker.paused.value;
	const region = useFocusBack<HTMLElement>((part) => part.querySelector(".ticker-stage :is(a, button)"));
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
				<Shown headline={headline} now={now} />
			) : (
				<CaughtUp standing={standing} onRestart={ticker.restart} />
			)}
			<div class="ticker-pace" hidden={standing.kept === 0}>
				{headline && (
					<div
						key={headline.id}
						class={ticker.rotating.value ? "ticker-pace-left" : "ticker-pace-left ticker-pace-held"}
						style={{ "--dwell": `${ticker.dwellMs.value}ms` }}
					/>
				)}
			</div>
			<div class="ticker-controls" hidden={standing.kept === 0}>
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
