import { hrefOf } from "../signals/route";
import { Button } from "../ui/button";
import { countOf } from "../words/count";
import { sayNextLook } from "../words/when";
import { HiddenByRules } from "./hidden-by-rules";
import type { Standing } from "./rotation";

interface CaughtUpProps {
	standing: Standing;
	/** When the sources are looked at next; null where none is. Both in milliseconds since 1970. */
	nextLookAt: number | null;
	now: number;
	onRestart: () => void;
}

/** What the ticker shows at the end of the run, or where there is nothing to run through. */
export function CaughtUp({ standing, nextLookAt, now, onRestart }: CaughtUpProps) {
	const {
		total,
		run: { kept, unread, older, hidden = 0 },
	} = standing;
	if (kept === 0 && hidden > 0)
		return (
			<div class="ticker-stage">
				<h1 class="ticker-heading">Your rules hide everything</h1>
				<HiddenByRules class="ticker-end" count={hidden} />
			</div>
		);
	if (kept === 0)
		return (
			<div class="ticker-stage">
				<h1 class="ticker-heading">Nothing to show yet</h1>
				<p class="ticker-end">
					<a href={hrefOf({ room: "sources" })}>Add a source</a>, and its headlines come here.
				</p>
			</div>
		);
	return (
		<div class="ticker-stage">
			<h1 class="ticker-heading">You are caught up</h1>
			<p class="ticker-end">
				{total > 0 ? `That was all: ${countOf(total, "headline")}.` : "Nothing new is unread."}{" "}
				{sayNextLook(nextLookAt, now)}
			</p>
			{older > 0 && (
				<p class="ticker-end">
					{countOf(older, "older headline is", "older headlines are")} unread in the{" "}
					<a href={hrefOf({ room: "headlines" })}>reader</a>.
				</p>
			)}
			<HiddenByRules class="ticker-end" count={hidden} />
			{total > 0 && unread > older && (
				<p>
					<Button onClick={onRestart}>Show the unread again</Button>
				</p>
			)}
		</div>
	);
}
