import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { FrontPage as FrontPageModel } from "../signals/front-page";
import type { Notes } from "../signals/notes";
import { hrefOf } from "../signals/route";
import type { MuteSource } from "../signals/ticker";
import { Button } from "../ui/button";
import { inRow, useFocusBack } from "../ui/focus-back";
import { Alert, Status } from "../ui/notice";
import { countOf } from "../words/count";
import { sayWhen } from "../words/when";
import { HiddenByRules } from "./hidden-by-rules";
import { Telling } from "./telling";

interface FrontPageProps {
	page: FrontPageModel;
	notes: Notes;
	now: ReadonlySignal<number>;
	onMute: MuteSource;
}

const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });

/** Says how much is unread beyond the page; nothing where there is none. */
function sayLeft(more: number, older: number): string {
	if (more > 0 && older > 0)
		return `${countOf(more, "more story", "more stories")} and ${countOf(older, "older headline")} are`;
	if (more > 0) return countOf(more, "more story is", "more stories are");
	return older > 0 ? countOf(older, "older headline is", "older headlines are") : "";
}

/** The end of a front page: there is one, and it says what comes when. */
function End({ page, now }: FrontPageProps) {
	const nextLookAt = page.nextLookAt.value;
	const left = sayLeft(page.more.value, page.older.value);
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
			{left && (
				<p>
					{left} unread in the <a href={hrefOf({ room: "headlines" })}>reader</a>.
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
	const { page, notes, now, onMute } = props;
	const stories = page.stories.value;
	const part = useFocusBack<HTMLDivElement>(
		(all, row) =>
			inRow(all, row, "a") ??
			all.querySelector<HTMLElement>(".front-page-acts button") ??
			all.querySelector<HTMLElement>(".front-page-end a"),
	);
	const edition = page.edition.value;
	const shown = useRef(edition);
	useEffect(() => {
		if (shown.current === edition) return;
		shown.current = edition;
		scrollTo(0, 0);
		const end = part.current?.querySelector(".front-page-end");
		if (!end?.contains(document.activeElement)) return;
		part.current?.querySelector<HTMLElement>(".front-page-stories a")?.focus({ preventScroll: true });
	}, [edition]);
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
						<Telling
							key={story.headline.id}
							story={story}
							index={index}
							page={page}
							now={now}
							onMute={onMute}
						/>
					))}
				</ol>
			)}
			<End {...props} />
			<Status note={notes.status.value} />
			<Alert note={notes.alert.value} />
		</div>
	);
}
