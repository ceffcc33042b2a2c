import type { ReadonlySignal } from "@preact/signals";
import type { Notes } from "../signals/notes";
import type { Sources } from "../signals/sources";
import { Button } from "../ui/button";
import { Alert, Status } from "../ui/notice";
import { countOf } from "../words/count";
import { SourceRow } from "./source-row";

interface SourcesPageProps {
	sources: Sources;
	notes: Notes;
	now: ReadonlySignal<number>;
	automatic: boolean;
}

function AddSource({ sources }: { sources: Sources }) {
	const busy = sources.busy.value !== null;
	return (
		<form
			class="add-source"
			onSubmit={(event) => {
				event.preventDefault();
				void sources.add(sources.address.value);
			}}
		>
			<label class="desk-label" for="address">
				Feed or site address
			</label>
			<input
				id="address"
				class="field"
				type="text"
				inputMode="url"
				autoComplete="url"
				autoCapitalize="none"
				spellcheck={false}
				placeholder="example.com"
				aria-describedby="address-hint"
				value={sources.address}
				onInput={(event) => {
					sources.address.value = event.currentTarget.value;
				}}
			/>
			<Button type="submit" main disabled={busy}>
				Add source
			</Button>
			<p class="desk-hint" id="address-hint">
				The browser asks for permission to read that one site, and no other.
			</p>
		</form>
	);
}

function FoundFeeds({ sources }: { sources: Sources }) {
	if (sources.found.value.length === 0) return null;
	return (
		<ul class="found-feeds" aria-label="Feeds found">
			{sources.found.value.map((feed) => (
				<li key={feed.url}>
					<div>
						<p class="source-title" dir="auto">
							{feed.title}
						</p>
						<p class="source-line">{feed.url}</p>
					</div>
					<button
						type="button"
						class="button"
						aria-label={`Add ${feed.title}`}
						onClick={() => void sources.add(feed.url)}
					>
						Add
					</button>
				</li>
			))}
		</ul>
	);
}

function ImportFile({ sources }: { sources: Sources }) {
	return (
		<div>
			<label class="desk-label" for="import">
				Import file
			</label>
			<input
				id="import"
				type="file"
				accept=".txt,.opml,.xml,text/plain,text/x-opml"
				aria-describedby="import-hint"
				onChange={(event) => {
					const input = event.currentTarget;
					const file = input.files?.[0];
					// Emptied, so that the same file can be chosen again.
					if (file) void sources.importFile(file).then(() => (input.value = ""));
				}}
			/>
			<p class="desk-hint" id="import-hint">
				A digest (.txt), or a list of feeds from another reader (.opml).
			</p>
		</div>
	);
}

/** Where the headlines come from: add, import, look after, remove. */
export function SourcesPage({ sources, notes, now, automatic }: SourcesPageProps) {
	const waiting = sources.waiting.value;
	return (
		<div class="desk">
			<h1>Sources</h1>
			<section aria-label="Add a source">
				<AddSource sources={sources} />
				<FoundFeeds sources={sources} />
			</section>
			<div class="desk-notices">
				<Status note={sources.busy.value ? { text: sources.busy.value } : notes.status.value} />
				<Alert note={notes.alert.value} />
				{waiting.length > 1 && (
					<p class="notice">
						{countOf(waiting.length, "source waits", "sources wait")} for your permission.
						<Button onClick={() => void sources.allow(waiting)}>Allow all</Button>
					</p>
				)}
			</div>
			<section aria-label="Sources that you follow">
				<ul class="source-list" aria-label="Sources">
					{sources.entries.value.map((entry) => (
						<SourceRow
							key={entry.source.id}
							entry={entry}
							now={now}
							automatic={automatic}
							onAllow={(source) => void sources.allow([source])}
							onRefresh={(source) => void sources.refresh(source.id)}
							onRemove={(source) => void sources.remove(source.id)}
						/>
					))}
				</ul>
				{sources.entries.value.length === 0 && <p class="list-empty">No sources. Add one above.</p>}
			</section>
			<section aria-label="Import">
				<ImportFile sources={sources} />
			</section>
		</div>
	);
}
