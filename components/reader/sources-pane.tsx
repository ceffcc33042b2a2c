import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useId, useMemo } from "preact/hooks";
import type { SourceId } from "@/data/model/headline";
import type { Source } from "@/data/model/source";
import { type Filter, SINCES, type Since, widened } from "../headlines/filter";
import { Icon } from "../ui/icon";
import { type Group, grouped } from "./grouping";
import { PaneChoice } from "./pane-choice";

/** How the times of {@link SINCES} are called. */
export const SINCE_WORDS: Record<Since, string> = {
	today: "Today",
	day: "Last 24 hours",
	week: "This week",
	month: "This month",
};

/** What the pane knows, and what it tells. */
export interface SourcesPaneProps {
	sources: ReadonlySignal<Source[]>;
	/** How many headlines are unread in all, and of each source; null while that isn't known. */
	unread: ReadonlySignal<number>;
	unreadOf: ReadonlySignal<Record<SourceId, number> | null>;
	filter: ReadonlySignal<Filter>;
	onFilter: (filter: Filter) => void;
	/** Told when a source or a group is chosen; its link leads there. */
	onChosen?: () => void;
}

function Sources({ of, ...props }: SourcesPaneProps & { of: readonly Source[] }) {
	const { since, state, source: here } = props.filter.value;
	return (
		<>
			{of.map(({ id, title }) => (
				<li key={id} class="pane-source">
					<PaneChoice
						filter={{ source: id, ...(state && { state }), ...(since && { since }) }}
						name={title}
						source={id}
						unread={props.unreadOf.value?.[id] ?? 0}
						isHere={here === id}
						onChosen={props.onChosen}
					/>
				</li>
			))}
		</>
	);
}

function Folder({ group, ...props }: SourcesPaneProps & { group: Group }) {
	const isOpen = useSignal(true);
	const { since, state, group: here } = props.filter.value;
	const { name, sources } = group;
	return (
		<li>
			<div class="pane-folder">
				<button
					type="button"
					class="button button-quiet pane-fold"
					aria-expanded={isOpen.value}
					aria-label={`Sources of ${name}`}
					onClick={() => {
						isOpen.value = !isOpen.value;
					}}
				>
					<Icon name="next" />
				</button>
				<PaneChoice
					filter={{ group: name, ...(state && { state }), ...(since && { since }) }}
					name={name}
					unread={sources.reduce((sum, { id }) => sum + (props.unreadOf.value?.[id] ?? 0), 0)}
					isHere={here === name}
					onChosen={props.onChosen}
				/>
			</div>
			{isOpen.value && (
				<ul class="pane-group">
					<Sources of={sources} {...props} />
				</ul>
			)}
		</li>
	);
}

/** The sources and groups, to narrow the list down to one of them, and the time that it goes back. */
export function SourcesPane(props: SourcesPaneProps) {
	const sources = props.sources.value;
	const { groups, loose } = useMemo(() => grouped(sources), [sources]);
	const filter = props.filter.value;
	const { since, ...timeless } = filter;
	const wide = widened(filter);
	const time = useId();
	return (
		<>
			<div class="pane-time">
				<label for={time}>Published</label>
				<select
					id={time}
					class="field"
					value={since ?? ""}
					onChange={({ currentTarget }) => {
						const chosen = SINCES.find((one) => one === currentTarget.value);
						props.onFilter({ ...timeless, ...(chosen && { since: chosen }) });
					}}
				>
					<option value="">Any time</option>
					{SINCES.map((one) => (
						<option key={one} value={one}>
							{SINCE_WORDS[one]}
						</option>
					))}
				</select>
			</div>
			<nav aria-label="Sources and groups">
				<ul>
					<li>
						<PaneChoice
							filter={{ ...wide, ...(since && { since }) }}
							name="Everything"
							unread={props.unread.value}
							isHere={filter.source === undefined && filter.group === undefined}
							onChosen={props.onChosen}
						/>
					</li>
					{groups.map((group) => (
						<Folder key={group.name} group={group} {...props} />
					))}
					<Sources of={loose} {...props} />
				</ul>
			</nav>
		</>
	);
}
