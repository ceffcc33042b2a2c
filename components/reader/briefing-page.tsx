import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Briefed, Briefing } from "../signals/briefing";
import type { Notes } from "../signals/notes";
import { hashOf } from "../signals/route";
import type { Speech } from "../signals/speech";
import { Button } from "../ui/button";
import { useFocusBack } from "../ui/focus-back";
import { Alert, Status } from "../ui/notice";
import { countOf } from "../words/count";
import { ListenBar, NextHeadline } from "./listen-bar";
import { markSpoken } from "./mark-spoken";
import { spokenIn } from "./spoken-text";

/** What the speech calls a briefing. */
const NAME = "briefing";

interface BriefingPageProps {
	speech: Speech;
	notes: Notes;
	briefing: Briefing;
	/** The language of what doesn't say its own. */
	ownLanguage: string;
}

/** What is said of so many unread headlines; undefined while they are looked for. */
function sayUnread(count: number | undefined): string {
	if (count === undefined) return "Looking for what is unread…";
	if (count === 0) return "You are caught up: there is nothing unread to listen to.";
	return `${countOf(count, "unread headline")}, read aloud by a voice of this device. Nothing is sent anywhere, and nothing is marked read.`;
}

/** Reads the unread headlines aloud, one after another; none of them is marked read by that. */
export function BriefingPage({ speech, notes, briefing, ownLanguage }: BriefingPageProps) {
	// What arrives or is read meanwhile changes nothing about the one that is heard.
	const [unread, setUnread] = useState<Briefed[] | undefined>();
	const page = useFocusBack<HTMLDivElement>((part) => part.querySelector("button"));
	const list = useRef<HTMLOListElement>(null);
	const unmark = useRef(() => {});
	const start = () => {
		unmark.current();
		if (!list.current) return;
		const root = list.current;
		const spoken = spokenIn([...root.children], { root, fallback: ownLanguage, whole: true });
		unmark.current = markSpoken(speech, NAME, spoken);
		void speech.start(NAME, spoken);
	};
	useEffect(() => {
		let isShown = true;
		void briefing.gather(() => isShown).then((found) => isShown && setUnread(found));
		return () => {
			isShown = false;
		};
	}, []);
	// Done at once, before an article that comes in its place begins to be read.
	useLayoutEffect(
		() => () => {
			unmark.current();
			speech.stop();
		},
		[],
	);
	const at = speech.place.value?.name === NAME ? speech.place.value.passage : undefined;
	return (
		<div class="desk" ref={page}>
			<h1>Briefing</h1>
			<Status note={notes.status.value} />
			<Alert note={notes.alert.value} />
			<p class="desk-hint">{sayUnread(unread?.length)}</p>
			{unread && unread.length > 0 && at === undefined && (
				<p>
					<Button main onClick={start}>
						Listen
					</Button>
				</p>
			)}
			{at !== undefined && (
				<ListenBar speech={speech}>
					<NextHeadline onClick={speech.nextPassage} />
				</ListenBar>
			)}
			<ol class="briefing" aria-label="Headlines" ref={list}>
				{unread?.map(({ row: { headline, sourceTitle }, language }, place) => (
					<li key={headline.id} lang={language} aria-current={place === at ? "true" : undefined}>
						<a href={hashOf({ room: "article", id: headline.id })} dir="auto">
							{headline.title}
						</a>
						<p dir="auto">{sourceTitle}</p>
					</li>
				))}
			</ol>
		</div>
	);
}
