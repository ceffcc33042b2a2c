import type { ReadonlySignal } from "@preact/signals";
import type { FoundFeed } from "@/data/model/answers";
import { AgeOf } from "../headlines/age-of";
import type { FollowFeed } from "../signals/follow-feed";
import { Button } from "../ui/button";
import { countOf } from "../words/count";
import { sayTrouble } from "../words/trouble";

function Newest({ feed, now }: { feed: FoundFeed; now: ReadonlySignal<number> }) {
	return (
		<ul class="found-newest" aria-label={`Newest of ${feed.title}`}>
			{feed.newest?.map(({ title, publishedAt }) => (
				<li key={`${title} ${publishedAt}`}>
					<span dir="auto">{title}</span>{" "}
					{publishedAt !== undefined && <AgeOf publishedAt={publishedAt} now={now} />}
				</li>
			))}
		</ul>
	);
}

interface FoundFeedsProps {
	following: FollowFeed;
	now: ReadonlySignal<number>;
	busy: boolean;
}

/** Feeds to choose from, each with its newest headlines where they have been read. */
export function FoundFeeds({ following, now, busy }: FoundFeedsProps) {
	if (following.found.value.length === 0) return null;
	return (
		<>
			<ul class="found-feeds" aria-label="Feeds found">
				{following.found.value.map((feed) => (
					<li key={feed.url}>
						<div>
							<p class="source-title">
								<bdi>{feed.title}</bdi>
							</p>
							<p class="source-line">{feed.url}</p>
							{feed.count !== undefined && <p class="source-line">{countOf(feed.count, "headline")}</p>}
							<Newest feed={feed} now={now} />
							{feed.trouble && <p class="source-trouble">{sayTrouble(feed.trouble)}</p>}
						</div>
						{feed.known ? (
							<p class="desk-hint">Followed already</p>
						) : (
							<Button
								label={`Add ${feed.title}`}
								disabled={busy}
								onClick={() => void following.add(feed.url)}
							>
								Add
							</Button>
						)}
					</li>
				))}
			</ul>
			<Button onClick={following.dismiss}>Close</Button>
		</>
	);
}
