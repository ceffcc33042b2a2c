import type { ReadonlySignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Files as FilesModel } from "../signals/files";
import type { FollowFeed } from "../signals/follow-feed";
import type { Notes } from "../signals/notes";
import type { Refresh } from "../signals/refresh";
import type { Sources } from "../signals/sources";
import type { Work } from "../signals/work";
import { Asking } from "../ui/asking";
import { Button } from "../ui/button";
import { inRow, useFocusBack } from "../ui/focus-back";
import { Alert, Status } from "../ui/notice";
import { Progress } from "../ui/progress";
import { countOf } from "../words/count";
import { AddSource } from "./add-source";
import { Files } from "./files";
import { FindSource } from "./find-source";
import { FoundFeeds } from "./found-feeds";
import { isTrouble, type Order } from "./order";
import { SourceList } from "./source-list";

/** What the page of sources shows and does. */
export interface SourcesPageProps {
	sources: Sources;
	following: FollowFeed;
	files: FilesModel;
	refresh: Refresh;
	work: Work;
	notes: Notes;
	now: ReadonlySignal<number>;
	/** Whether feeds are refreshed without being asked. */
	automatic: boolean;
}

const ORDERS: { order: Order; label: string }[] = [
	{ order: "trouble", label: "Trouble first" },
	{ order: "name", label: "Name" },
	{ order: "activity", label: "Busiest first" },
];

function Ordering({ sources }: { sources: Sources }) {
	return (
		<div class="source-order">
			<label for="order">Sort by</label>
			<select
				id="order"
				class="field"
				value={sources.order}
				onChange={(event) => {
					const chosen = ORDERS.find(({ order }) => order === event.currentTarget.value);
					if (chosen) sources.order.value = chosen.order;
				}}
			>
				{ORDERS.map(({ order, label }) => (
					<option key={order} value={order}>
						{label}
					</option>
				))}
			</select>
		</div>
	);
}

function Waiting({ sources }: { sources: Sources }) {
	const waiting = sources.waiting.value;
	if (waiting.length < 2) return null;
	return (
		<p class="notice">
			{countOf(waiting.length, "source waits", "sources wait")} for your permission.
			<Button onClick={() => void sources.allow(waiting)}>Allow all</Button>
		</p>
	);
}

/** Where the headlines come from: add, import, look after, remove. */
export function SourcesPage(props: SourcesPageProps) {
	const { sources, following, files, refresh, work, notes, now, automatic } = props;
	const entries = sources.entries.value;
	const busy = work.busy.value;
	const doing = useMemo(() => (busy === null ? null : { text: busy }), [busy]);
	const choosing = useFocusBack<HTMLDivElement>(() => document.getElementById("address"));
	const telling = useFocusBack<HTMLDivElement>((part) => part.querySelector<HTMLElement>("[role=status]"));
	const followed = useFocusBack<HTMLElement>(
		(part, row) => inRow(part, row, ".source-acts [aria-label^=Edit]") ?? part.querySelector("select"),
	);
	const found = sources.found.value;
	const isNarrowed = found.length < entries.length;
	const progress = refresh.own.value;
	const troubled = entries.filter(({ poll }) => isTrouble(poll?.outcome)).length;
	return (
		<div class="desk">
			<h1>Sources</h1>
			<section aria-label="Add a source">
				<AddSource following={following} busy={busy !== null} />
			</section>
			<div class="desk-notices" ref={telling}>
				{progress && <Asking progress={progress} />}
				{progress && <Progress label="Refreshing" done={progress.done} total={progress.total} />}
				<Status note={doing ?? notes.status.value} />
				<Alert note={notes.alert.value} />
				<Waiting sources={sources} />
			</div>
			<div ref={choosing}>
				<FoundFeeds following={following} now={now} busy={busy !== null} />
			</div>
			<section aria-label="Sources that you follow" ref={followed}>
				<div class="source-head">
					<div class="source-count">
						<p class="desk-hint" aria-live="polite">
							{isNarrowed && `${found.length} of `}
							{countOf(entries.length, "source")}
							{troubled > 0 && `, ${troubled} in trouble`}
						</p>
						{entries.some(({ source }) => source.kind === "feed") && (
							<Button onClick={() => void (progress ? refresh.stop() : refresh.start())}>
								{progress ? "Stop refresh" : "Refresh all"}
							</Button>
						)}
					</div>
					<Ordering sources={sources} />
				</div>
				<FindSource query={sources.query} count={entries.length} />
				<SourceList sources={sources} now={now} automatic={automatic} />
				{entries.length === 0 && <p class="list-empty">No sources. Add one above.</p>}
				{isNarrowed && found.length === 0 && <p class="list-empty">No source has these words.</p>}
			</section>
			<section aria-label="Files">
				<Files files={files} />
			</section>
		</div>
	);
}
