import type { ReadonlySignal } from "@preact/signals";
import { Fragment } from "preact";
import { withoutTracking } from "@/data/model/tracking";
import { AgeOf } from "../headlines/age-of";
import type { FrontPage as FrontPageModel } from "../signals/front-page";
import type { Notes } from "../signals/notes";
import { hrefOf, hrefOfHeadline } from "../signals/route";
import type { MuteSource } from "../signals/ticker";
import { Button } from "../ui/button";
import { useFocusBack } from "../ui/focus-back";
import { Alert, Status } from "../ui/notice";
import { sayWhen } from "../words/clock-time";
import { countOf } from "../words/count";
import { headlinesOf, type Story } from "./front-page-stories";
import { HiddenByRules } from "./hidden-by-rules";

interface FrontPageProps {
	page: FrontPageModel;
	notes: Notes;
	now: ReadonlySignal<number>;
	onMute: MuteSource;
}

const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });

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

interface TellingProps extends FrontPageProps {
	story: Story;
	index: number;
}

function Telling({ story, index, page, now, onMute }: TellingProps) {
	const { headline } = story;
	const original = headline.url && withoutTracking(headline.url);
	const marks = page.marks.value;
	const read = headlinesOf(story).some(({ id }) => marks[id]?.read !== undefined);
	const saved = marks[headline.id]?.saved !== undefined;
	const long = headline.title.length > LONG_TITLE;
	const keys: Record<string, () => void> = {
		m: () => void page.toggleRead(story),
		s: () => void page.toggleSaved(story),
		x: () => onMute(headline.source, headline.sourceTitle),
		...(original && { o: () => window.open(original, "_blank", "noopener") }),
	};
	return (
		<li
			class={`story story-${rankOf(index)} ${long ? "story-long" : ""} ${read ? "story-read" : ""}`}
			onKeyDown={(event) => {
				const act = keys[event.key];
				if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
				event.preventDefault();
				act();
			}}
		>
			<p class="story-kicker">
				<bdi class="story-source">{headline.sourceTitle}</bdi>
				<AgeOf publishedAt={headline.publishedAt} now={now} />
				{story.watched && <span>Watched</span>}
				{headline.kind === "video" && <span>Video</span>}
				{saved && <span>Saved</span>}
				{read && <span>Read</span>}
			</p>
			<h2 class="story-title" dir="auto">
				<a href={hrefOfHeadline(headline.id)}>{headline.title}</a>
			</h2>
			<Also story={story} />
		</li>
	);
}

/** The end of a front page: there is one, and it says what comes when. */
function End({ page, now }: FrontPageProps) {
	const nextLookAt = page.nextLookAt.value;
	const more = page.more.value;
	const hidden = page.hidden.value;
	const arrived = page.arrived.value;
	const hasStories = page.stories.value.length > 0;
	return (
		<footer class="front-page-end">
			{page.isEmpty.value && hidden === 0 ? (
				<p>
					Nothing to show yet. <a href={hrefOf({ room: "sources" })}>Add a source</a>, and its headlines come
					here.
				</p>
			) : (
				<p>
					That is all for now.
					{nextLookAt !== null && ` Next look ${sayWhen(nextLookAt, now.value)}.`}
				</p>
			)}
			{more > 0 && (
				<p>
					{countOf(more, "more story is", "more stories are")} unread in the{" "}
					<a href={hrefOf({ room: "headlines" })}>reader</a>.
				</p>
			)}
			<HiddenByRules count={hidden} />
			<div class="front-page-acts">
				{arrived > 0 && <Button onClick={page.renew}>Show {countOf(arrived, "new headline")}</Button>}
				{hasStories && <Button onClick={() => void page.markRead()}>Mark these read</Button>}
			</div>
		</footer>
	);
}

/** The front page: a still list with an end, the most important first and largest. */
export function FrontPage(props: FrontPageProps) {
	const { page, notes, now } = props;
	const stories = page.stories.value;
	const part = useFocusBack<HTMLDivElement>((all) =>
		all.querySelector<HTMLElement>(".front-page-acts button, .front-page-end a"),
	);
	return (
		<div class="front-page" ref={part}>
			<h1 class="unseen">Front page</h1>
			<p class="front-page-date">
				<span>{day.format(now.value)}</span>
				<span>{stories.length > 0 && countOf(stories.length, "story", "stories")}</span>
			</p>
			{stories.length > 0 && (
				/* biome-ignore lint/a11y/noRedundantRoles: WebKit takes a list without bullets for no list. */
				<ol class="front-page-stories" role="list" aria-label="Stories">
					{stories.map((story, index) => (
						<Telling key={story.headline.id} {...props} story={story} index={index} />
					))}
				</ol>
			)}
			<End {...props} />
			<Status note={notes.status.value} />
			<Alert note={notes.alert.value} />
		</div>
	);
}
