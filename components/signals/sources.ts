import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { FoundFeed } from "@/data/commands";
import { decode } from "@/data/formats/feed/decode";
import type { SourceId } from "@/data/model/headline";
import type { Poll, Source } from "@/data/model/source";
import { failed } from "@/data/model/trouble";
import { countOf } from "../words/count";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";

/** Reads addresses and asks the user for hosts; data/refresh has the real one. */
export interface Access {
	readAddress(text: string): URL | undefined;
	/** Must be called within a click, before anything is awaited. */
	askAccess(addresses: readonly string[]): Promise<boolean>;
}

/** A source with what polling has learnt of it. */
export interface SourceEntry {
	source: Source;
	poll: Poll | undefined;
}

/** The sources, and what can be done with them. */
export interface Sources {
	readonly entries: ReadonlySignal<SourceEntry[]>;
	/** What stands in the address field. */
	readonly address: Signal<string>;
	/** What is going on right now, in words. */
	readonly busy: ReadonlySignal<string | null>;
	/** Feeds to choose from, where a page named several or one elsewhere. */
	readonly found: ReadonlySignal<FoundFeed[]>;
	/** Feeds that wait for the user's permission. */
	readonly waiting: ReadonlySignal<Source[]>;
	add(address: string): Promise<void>;
	allow(sources: Source[]): Promise<void>;
	remove(id: SourceId): Promise<void>;
	refresh(id: SourceId): Promise<void>;
	importFile(file: File): Promise<void>;
}

/** The largest file that is read at all, in bytes. */
const FILE_LIMIT_BYTES = 10_000_000;

/** A file's text, whatever encoding its byte order mark or its XML declaration gives. */
const textOf = async (file: File) => decode(new Uint8Array(await file.arrayBuffer()));

/** Makes the model of the sources. */
export function createSources(
	front: Followed<"sources" | "polls">,
	send: Send,
	notes: Notes,
	access: Access,
): Sources {
	const address = signal("");
	const busy = signal<string | null>(null);
	const found = signal<FoundFeed[]>([]);
	const entries = computed(() =>
		front.sources.value.map((source) => ({ source, poll: front.polls.value[source.id] })),
	);

	const during = async (words: string, work: () => Promise<void>) => {
		busy.value = words;
		notes.clear();
		try {
			await work();
		} finally {
			busy.value = null;
		}
	};

	const restore = async (source: Source) => {
		if (notes.take(await send("restoreSource", { id: source.id }))) notes.tell(`${source.title} is back.`);
	};

	const addGranted = async (url: URL) => {
		const added = notes.take(await send("addSource", { address: url.href }));
		if (!added) return;
		if (added.kind === "choose") {
			found.value = added.feeds;
			notes.tell(`${url.hostname} has ${countOf(added.feeds.length, "feed")}. Choose which to follow.`);
		} else if (added.kind === "elsewhere") {
			found.value = [{ url: added.url, title: added.url }];
			notes.tell(
				`The feed of ${url.hostname} lives at ${new URL(added.url).hostname}. Add it to be asked for that.`,
			);
		} else {
			address.value = "";
			found.value = [];
			notes.tell(`Added ${added.source.title}: ${countOf(added.headlines, "headline")}.`);
		}
	};

	return {
		entries,
		address,
		busy,
		found,
		waiting: computed(() =>
			entries.value.filter(({ poll }) => poll?.outcome === "permission-needed").map(({ source }) => source),
		),
		async add(text) {
			const url = access.readAddress(text);
			if (!url) return void notes.take(failed("not-an-address"));
			const asked = access.askAccess([url.href]);
			await during(`Looking at ${url.hostname}…`, async () => {
				if (await asked) await addGranted(url);
				else notes.take(failed("permission-refused", { about: url.hostname }));
			});
		},
		async allow(sources) {
			const asked = access.askAccess(sources.flatMap((source) => source.url ?? []));
			await during("Refreshing…", async () => {
				if (!(await asked)) return void notes.take(failed("permission-refused"));
				notes.take(await send("refresh", { sources: sources.map((source) => source.id) }));
			});
		},
		async remove(id) {
			const source = notes.take(await send("removeSource", { id }));
			if (source)
				notes.tell(`${source.title} was removed.`, { label: "Undo", act: () => void restore(source) });
		},
		async refresh(id) {
			await during("Refreshing…", async () => {
				const refreshed = notes.take(await send("refresh", { sources: [id] }));
				if (refreshed && refreshed.failed === 0)
					notes.tell(refreshed.fresh > 0 ? `${countOf(refreshed.fresh, "new headline")}.` : "Nothing new.");
			});
		},
		async importFile(file) {
			if (file.size > FILE_LIMIT_BYTES) return void notes.take(failed("file-too-big", { about: file.name }));
			await during(`Reading ${file.name}…`, async () => {
				const imported = notes.take(await send("importFile", { name: file.name, text: await textOf(file) }));
				if (!imported) return;
				if (imported.kind === "digest")
					notes.tell(
						`${file.name}: ${countOf(imported.headlines, "headline")}, ${imported.added} of them new.`,
					);
				else
					notes.tell(
						`${file.name}: ${countOf(imported.added, "source")} added, ${imported.known} known already, ${imported.broken} without a usable address.`,
					);
			});
		},
	};
}
