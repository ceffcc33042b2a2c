import { useSignal } from "@preact/signals";
import { type Filter, widened } from "../headlines/filter";
import { Search, Tabs } from "../headlines/list-tools";
import type { HeadlineList } from "../signals/headline-list";
import { hashOf, withFilter } from "../signals/route";
import type { Selection } from "../signals/selection";
import { IconButton } from "../ui/button";
import { IconLink } from "../ui/icon-link";
import { BulkBar } from "./bulk-bar";
import { FilterSheet } from "./filter-sheet";
import { SINCE_WORDS, type SourcesPaneProps } from "./sources-pane";

interface ListHeadProps {
	list: HeadlineList;
	selection: Selection;
	pane: SourcesPaneProps;
	titleOf: (source: string) => string;
	onKeys: () => void;
}

/** Says what the list is narrowed down to, and leads back to all. */
function Narrowed({ filter, titleOf }: { filter: Filter; titleOf: (source: string) => string }) {
	const { source, group, since } = filter;
	const said = [
		source === undefined ? group : titleOf(source) || "A source that isn’t followed",
		since && SINCE_WORDS[since],
	].filter((part) => part !== undefined);
	if (said.length === 0) return null;
	return (
		<p class="list-narrowed">
			{said.map((part) => (
				<span key={part} dir="auto">
					{part}
				</span>
			))}
			<a href={hashOf(withFilter({ room: "headlines" }, widened(filter)))}>Show all</a>
		</p>
	);
}

/** What stands above the reader's list: its search, its tabs, and what can be done with all of it. */
export function ListHead({ list, selection, pane, titleOf, onKeys }: ListHeadProps) {
	const isFiltering = useSignal(false);
	const isChoosing = selection.ids.value !== null;
	return (
		<div class="list-tools">
			<div class="list-bar">
				<Search query={list.query} onFocus={list.prepareSearch} />
				<span class="reader-filter">
					<IconButton
						icon="filter"
						label="Filter"
						onClick={() => {
							isFiltering.value = true;
						}}
					/>
				</span>
				<IconButton
					icon="select"
					label="Select"
					pressed={isChoosing}
					onClick={isChoosing ? selection.end : selection.start}
				/>
				<IconButton icon="check" label="Mark all read" onClick={() => void list.markAllRead()} />
				<span class="reader-keys">
					<IconButton icon="keys" label="Keys" onClick={onKeys} />
				</span>
			</div>
			<Narrowed filter={pane.filter.value} titleOf={titleOf} />
			<div class="reader-tabs">
				<Tabs tab={list.tab} panel="reader-list" withWatched />
				<IconLink icon="listen" label="Listen to the unread" href={hashOf({ room: "briefing" })} />
			</div>
			<BulkBar selection={selection} onEnd={selection.end} />
			{isFiltering.value && (
				<FilterSheet
					{...pane}
					onClose={() => {
						isFiltering.value = false;
					}}
				/>
			)}
		</div>
	);
}
