import type { ReadonlySignal } from "@preact/signals";
import { AgeOf } from "../headlines/age-of";
import { SourceMark } from "../headlines/source-mark";
import { hashOf } from "../signals/route";
import type { SourceEntry, Sources } from "../signals/sources";
import { Button } from "../ui/button";
import { EditSource } from "./edit-source";
import { sayMatter, sayPoll } from "./poll-words";
import { WeekPlot } from "./week-plot";

/** What a source is, for those that aren't polled. */
const KIND_WORDS = { edition: "Came with the extension", digest: "Imported from a file" } as const;

interface SourceRowProps {
	entry: SourceEntry;
	sources: Sources;
	now: ReadonlySignal<number>;
	/** Whether feeds are refreshed without being asked. */
	automatic: boolean;
}

function Newest({ entry, now }: Pick<SourceRowProps, "entry" | "now">) {
	const newest = entry.activity?.newest;
	if (!newest) return null;
	return (
		<p class="source-line source-newest">
			<a href={hashOf({ room: "article", id: newest.id })} dir="auto">
				{newest.title}
			</a>{" "}
			<AgeOf publishedAt={newest.publishedAt} now={now} />
		</p>
	);
}

function Acts({ entry: { source, poll }, sources }: Pick<SourceRowProps, "entry" | "sources">) {
	const { title } = source;
	const paused = source.paused === true;
	return (
		<div class="source-acts">
			{poll?.outcome === "permission-needed" && (
				<Button label={`Allow ${title}`} onClick={() => void sources.allow([source])}>
					Allow
				</Button>
			)}
			{source.kind === "feed" && (
				<>
					<Button label={`Try now: ${title}`} onClick={() => void sources.refresh(source)}>
						Try now
					</Button>
					<Button
						label={`${paused ? "Resume" : "Pause"} ${title}`}
						onClick={() => void sources.setPaused(source, !paused)}
					>
						{paused ? "Resume" : "Pause"}
					</Button>
				</>
			)}
			<Button
				label={`Edit ${title}`}
				onClick={() => {
					sources.editing.value = source.id;
				}}
			>
				Edit
			</Button>
			<Button label={`Remove ${title}`} onClick={() => void sources.remove(source)}>
				Remove
			</Button>
		</div>
	);
}

/** One source: its name, its address, its newest headline, how it is, and what can be done. */
export function SourceRow({ entry, sources, now, automatic }: SourceRowProps) {
	const { source, poll, activity } = entry;
	const matter = source.kind === "feed" ? sayMatter(source, poll, now.value) : null;
	if (sources.editing.value === source.id)
		return (
			<li>
				<EditSource
					source={source}
					groups={sources.groups.value}
					onSave={(change) => void sources.edit(source, change)}
					onCancel={() => {
						sources.editing.value = null;
					}}
				/>
			</li>
		);
	return (
		<li class={source.paused ? "source-paused" : ""}>
			<SourceMark source={source.id} name={source.title} />
			<div class="source-facts">
				<p class="source-title">
					<bdi>{source.title}</bdi>
				</p>
				{source.group && <p class="source-line">{source.group}</p>}
				{source.kind === "feed" && <p class="source-line">{source.url}</p>}
				{source.fullText && <p class="source-line">Always full text</p>}
				<Newest entry={entry} now={now} />
				<p class="source-line source-state">
					{activity && source.kind === "feed" && <WeekPlot days={activity.days} />}
					<span>
						{source.kind === "feed" ? sayPoll(entry, now.value, automatic) : KIND_WORDS[source.kind]}
					</span>
				</p>
				{matter && <p class="source-trouble">{matter}</p>}
			</div>
			<Acts entry={entry} sources={sources} />
		</li>
	);
}
