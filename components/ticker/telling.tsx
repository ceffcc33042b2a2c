import type { ReadonlySignal } from "@preact/signals";
import { Fragment } from "preact";
import { withoutTracking } from "@/data/model/tracking";
import { AgeOf } from "../headlines/age-of";
import type { FrontPage } from "../signals/front-page";
import { hrefOfHeadline } from "../signals/route";
import type { MuteSource } from "../signals/ticker";
import { pressOf } from "../ui/key-press";
import { headlinesOf, type Story } from "./front-page-stories";
import { StoryActs } from "./story-acts";
import { actOf, type TickerAct } from "./ticker-keys";

/** How many stories after the lead are set larger than the rest. */
const SECONDS = 3;

/** In characters; a longer title is set smaller. */
const LONG_TITLE = 110;

/** How large a story is set, by its place. */
const rankOf = (index: number) => (index === 0 ? "lead" : index <= SECONDS ? "second" : "brief");

/** Names the other sources of a story, each once. */
function Also({ story: { headline, others } }: { story: Story }) {
	const links = new Map(
		others.filter(({ source }) => source !== headline.source).map((other) => [other.source, other]),
	);
	if (links.size === 0) return null;
	return (
		<p class="story-also">
			Also in{" "}
			{[...links.values()].map(({ id, sourceTitle }, index) => (
				<Fragment key={id}>
					{index > 0 && ", "}
					<a href={hrefOfHeadline(id)}>
						<bdi>{sourceTitle}</bdi>
					</a>
				</Fragment>
			))}
		</p>
	);
}

interface TellingProps {
	story: Story;
	/** Its place on the page, from 0. */
	index: number;
	page: FrontPage;
	now: ReadonlySignal<number>;
	onMute: MuteSource;
}

/** A story as the front page tells it, with the keys and buttons that act on it. */
export function Telling({ story, index, page, now, onMute }: TellingProps) {
	const { headline } = story;
	const { title, source, sourceTitle } = headline;
	const url = headline.url && withoutTracking(headline.url);
	const marks = page.marks.value;
	const read = headlinesOf(story).some(({ id }) => marks[id]?.read !== undefined);
	const saved = marks[headline.id]?.saved !== undefined;
	const toggleRead = () => void page.toggleRead(story);
	const toggleSaved = () => void page.toggleSaved(story);
	const mute = () => onMute(source, sourceTitle);

	const press = (event: KeyboardEvent) => {
		const row = event.currentTarget instanceof Element ? event.currentTarget : null;
		const acts: Partial<Record<TickerAct, () => void>> = {
			markRead: toggleRead,
			toggleSaved,
			mute,
			openOriginal: () => row?.querySelector<HTMLElement>(".story-acts a")?.click(),
		};
		const pressed = pressOf(event);
		const act = pressed && actOf(pressed, false);
		const perform = act && acts[act];
		if (!perform) return;
		event.preventDefault();
		perform();
	};
	return (
		<li
			class={`story story-${rankOf(index)} ${title.length > LONG_TITLE ? "story-long" : ""} ${read ? "story-read" : ""}`}
			onKeyDown={press}
		>
			<p class="story-kicker">
				<bdi class="story-source">{sourceTitle}</bdi>
				<AgeOf publishedAt={headline.publishedAt} now={now} />
				{story.watched && <span>Watched</span>}
				{headline.kind === "video" && <span>Video</span>}
				{saved && <span>Saved</span>}
				{read && <span>Read</span>}
			</p>
			<h2 class="story-title" dir="auto">
				<a href={hrefOfHeadline(headline.id)}>{title}</a>
			</h2>
			<Also story={story} />
			<StoryActs
				url={url}
				sourceTitle={sourceTitle}
				read={read}
				saved={saved}
				onOpened={() => page.opened(story)}
				onToggleRead={toggleRead}
				onToggleSaved={toggleSaved}
				onMute={mute}
			/>
		</li>
	);
}
