import type { ReadonlySignal } from "@preact/signals";
import type { PollOutcome, Source } from "@/data/model/source";
import { TROUBLE_CODES, type TroubleCode } from "@/data/model/trouble";
import type { SourceEntry } from "../signals/sources";
import { Button } from "../ui/button";
import { sayTrouble } from "../words/trouble";
import { sayPoll } from "./poll-words";

const isTrouble = (outcome: PollOutcome | undefined): outcome is TroubleCode =>
	TROUBLE_CODES.some((code) => code === outcome);

/** What a source is, for those that aren't polled. */
const KIND_WORDS = { edition: "Came with the extension", digest: "Imported from a file" } as const;

interface SourceRowProps {
	entry: SourceEntry;
	now: ReadonlySignal<number>;
	/** Whether feeds are refreshed without being asked. */
	automatic: boolean;
	onAllow: (source: Source) => void;
	onRefresh: (source: Source) => void;
	onRemove: (source: Source) => void;
}

/** One source: its name, its address, how it is, and what can be done. */
export function SourceRow({ entry, now, automatic, onAllow, onRefresh, onRemove }: SourceRowProps) {
	const { source, poll } = entry;
	const host = source.url && URL.canParse(source.url) ? new URL(source.url).hostname : source.title;
	return (
		<li>
			<div>
				<p class="source-title" dir="auto">
					{source.title}
				</p>
				{source.kind === "feed" ? (
					<>
						<p class="source-line">{source.url}</p>
						<p class="source-line">{sayPoll(poll, now.value, automatic)}</p>
					</>
				) : (
					<p class="source-line">{KIND_WORDS[source.kind]}</p>
				)}
				{isTrouble(poll?.outcome) && (
					<p class="source-trouble">{sayTrouble({ code: poll.outcome, about: host })}</p>
				)}
			</div>
			<div class="source-acts">
				{poll?.outcome === "permission-needed" && <Button onClick={() => onAllow(source)}>Allow</Button>}
				{source.kind === "feed" && (
					<button
						type="button"
						class="button"
						aria-label={`Refresh ${source.title}`}
						onClick={() => onRefresh(source)}
					>
						Refresh
					</button>
				)}
				<button
					type="button"
					class="button"
					aria-label={`Remove ${source.title}`}
					onClick={() => onRemove(source)}
				>
					Remove
				</button>
			</div>
		</li>
	);
}
