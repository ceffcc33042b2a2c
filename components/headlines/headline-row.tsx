import type { ReadonlySignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { HeadlineKind } from "@/data/model/headline";
import { rangesOf } from "@/data/model/search-ranges";
import { IconButton } from "../ui/button";
import { onOtherProps } from "../ui/same-props";
import { AgeOf } from "./age-of";
import { Marked } from "./marked";
import type { Row } from "./rows";
import { SourceMark } from "./source-mark";

/** What a row says of a headline that has no whole text behind it. */
const KIND_WORDS: Partial<Record<HeadlineKind, string>> = { video: "Video", "cut-off": "Cut off" };

/** Chooses a row, or lets it go; with `range` all from the last one on. */
export type ChooseRow = (row: Row, range: boolean) => void;

interface HeadlineRowProps {
	row: Row;
	href: string;
	now: ReadonlySignal<number>;
	/** Whether links open a tab of their own, as they must in a popup. */
	newTab: boolean;
	current: boolean;
	/** What is searched for and marked wherever it stands, in its search form. */
	words: readonly string[];
	/** Whether the browser may skip it while it is out of sight. */
	skips?: boolean | undefined;
	/** The name of the day that begins with it, where one does. */
	day?: string | undefined;
	onToggleSaved: (row: Row) => void;
	/** Whether it is chosen, while one chooses. */
	chosen?: boolean | undefined;
	onChoose?: ChooseRow | undefined;
}

/**
 * One headline in a list: its source's mark, its title, what is known of it, and a star to save it. An act on one
 * leaves the others as they are.
 */
export const HeadlineRow = onOtherProps(function HeadlineRow(props: HeadlineRowProps) {
	const { row, href, now, newTab, current, words, skips, day, onToggleSaved, chosen, onChoose } = props;
	const { headline, sourceTitle, mark } = row;
	const read = mark.read !== undefined;
	const saved = mark.saved !== undefined;
	const kind = KIND_WORDS[headline.kind];
	const { title, source, publishedAt } = headline;
	// What no act changes is the same as before, and left alone: “Mark all read” renders every row at once.
	const face = useMemo(() => <SourceMark source={source} name={sourceTitle} />, [source, sourceTitle]);
	const name = useMemo(() => <Marked text={title} ranges={rangesOf(title, words)} />, [title, words]);
	const origin = useMemo(
		() => <Marked text={sourceTitle} ranges={rangesOf(sourceTitle, words)} />,
		[sourceTitle, words],
	);
	const age = useMemo(() => <AgeOf publishedAt={publishedAt} now={now} />, [publishedAt, now]);
	return (
		<li
			class={`${read ? "headline-read" : ""} ${current ? "headline-current" : ""} ${skips ? "headline-skips" : ""}`}
			data-headline={headline.id}
		>
			{day && <h2 class="headline-day">{day}</h2>}
			{chosen === undefined ? (
				face
			) : (
				<input
					type="checkbox"
					class="headline-choice"
					aria-label={headline.title}
					checked={chosen}
					onClick={({ shiftKey }) => onChoose?.(row, shiftKey)}
				/>
			)}
			<div>
				<a
					class="headline-link"
					href={href}
					dir="auto"
					target={newTab ? "_blank" : undefined}
					rel={newTab ? "noopener" : undefined}
					aria-current={current ? "true" : undefined}
				>
					{name}
				</a>
				<p class="headline-meta">
					{!read && (
						<span class="headline-unread">
							<span class="unseen">Unread</span>
						</span>
					)}
					<span class="headline-source" dir="auto">
						{origin}
					</span>
					{headline.watched && <span class="headline-watched">Watched</span>}
					{age}
					{kind && <span>{kind}</span>}
				</p>
			</div>
			<IconButton icon="star" label="Save" pressed={saved} onClick={() => onToggleSaved(row)} />
		</li>
	);
});
