import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { SourceId } from "@/data/model/headline";
import { isSameRetention, type Retention } from "@/data/model/retention";
import type { Poll, Polls, Source } from "@/data/model/source";
import { failed } from "@/data/model/trouble";
import type { Activity } from "@/data/store/read-activity";
import { type Order, orderEntries } from "../sources/order";
import { pagesOf } from "../sources/pages-of";
import { sayMatter } from "../sources/poll-words";
import { whyNotAsked } from "../sources/why-not-asked";
import { countOf, sayFresh } from "../words/count";
import { sayFailed, sayStopped } from "../words/refreshed";
import type { Followed } from "./follow";
import type { Access } from "./follow-feed";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";
import { followActivity, type ReadActivity } from "./source-activity";
import type { Work } from "./work";

/** A source with all that is known of it. */
export interface SourceEntry {
	source: Source;
	poll: Poll | undefined;
	activity: Activity | undefined;
}

/** What the form of a source changes. */
export interface SourceChange {
	title: string;
	address: string;
	/** Whether new headlines get their whole text from their pages. */
	fullText: boolean;
	/** How long its headlines are kept; absent fields are as the others. */
	retention: Partial<Retention>;
}

/** The sources, and what can be done with them. */
export interface Sources {
	/** In the order that the user chose. */
	readonly entries: ReadonlySignal<SourceEntry[]>;
	readonly order: Signal<Order>;
	/** Feeds that wait for the user's permission. */
	readonly waiting: ReadonlySignal<Source[]>;
	/** The source that is being edited. */
	readonly editing: Signal<SourceId | null>;
	allow(sources: Source[]): Promise<void>;
	refresh(source: Source): Promise<void>;
	setPaused(source: Source, paused: boolean): Promise<void>;
	/** Gives a source another title or address, or has its pages read too. Must be called within a click. */
	edit(source: Source, change: SourceChange): Promise<void>;
	/** Removes a source, which can be undone; of one with saved articles it says that they stay. */
	remove(source: Source): Promise<void>;
}

interface SourcesParts {
	front: Followed<"headlines" | "sources" | "polls">;
	send: Send;
	notes: Notes;
	work: Work;
	access: Access;
	readActivity: ReadActivity;
	/** Reads what polling has learnt by now, which the front may not have heard of yet. */
	readPolls: () => Promise<Polls>;
	/** Whether the sources are being looked at. */
	isShown: ReadonlySignal<boolean>;
	/** Milliseconds since 1970. */
	clock: () => number;
}

/** Makes the model of the sources. */
export function createSources({
	front,
	send,
	notes,
	work,
	access,
	readActivity,
	readPolls,
	isShown,
	clock,
}: SourcesParts): Sources {
	const order = signal<Order>("trouble");
	const editing = signal<SourceId | null>(null);
	const activity = followActivity(front, readActivity, isShown, notes);

	const entries = computed(() =>
		orderEntries(
			front.sources.value.map((source) => ({
				source,
				poll: front.polls.value[source.id],
				activity: activity.known.value[source.id],
			})),
			order.value,
		),
	);

	const restore = async (source: Source) => {
		if (notes.take(await send("restoreSource", { id: source.id }))) notes.tell(`${source.title} is back.`);
	};
	const ask = async (sources: Source[]) => {
		const refreshed = notes.take(await send("refresh", { sources: sources.map((source) => source.id) }));
		if (!refreshed) return;
		const { asked, failed: failures, fresh, stopped = 0 } = refreshed;
		const only = sources.length === 1 ? sources[0] : undefined;
		if (failures > 0) notes.warn(only ? await sayWhatFailed(only) : sayFailed(refreshed));
		else if (stopped > 0)
			notes.tell(only ? `Stopped before ${only.title} had answered.` : sayStopped(refreshed));
		else if (asked > 0) notes.tell(sayFresh(fresh));
		else {
			const polls = await readPolls();
			notes.tell(whyNotAsked(sources, { sources: front.sources.value, polls, now: clock() }));
		}
	};
	const sayWhatFailed = async (source: Source) =>
		sayMatter(source, (await readPolls())[source.id], clock()) ?? `${source.title} couldn’t be read.`;

	return {
		entries,
		order,
		editing,
		waiting: computed(() =>
			entries.value.filter(({ poll }) => poll?.outcome === "permission-needed").map(({ source }) => source),
		),
		async allow(sources) {
			await work.during("Refreshing…", async () => {
				if (await access.askAccess(sources.flatMap((source) => source.url ?? []))) await ask(sources);
				else notes.take(failed("permission-refused"));
			});
		},
		refresh: (source) => work.during(`Asking ${source.title}…`, () => ask([source])),
		async setPaused(source, paused) {
			if (notes.take(await send("pauseSource", { id: source.id, paused })))
				notes.tell(paused ? `${source.title} is paused.` : `${source.title} is followed again.`);
		},
		async edit(source, { title, address, fullText, retention }) {
			const url = source.kind === "feed" ? access.readAddress(address) : undefined;
			if (source.kind === "feed" && !url) return void notes.take(failed("not-an-address"));
			const moved = url !== undefined && url.href !== source.url;
			const turned = fullText !== (source.fullText ?? false);
			const asked = [
				...(moved ? [url.href] : []),
				...(turned && fullText ? pagesOf(source, front.headlines.value) : []),
			];
			const hasOwn = Object.keys(retention).length > 0;
			await work.during("Saving…", async () => {
				if (asked.length > 0 && !(await access.askAccess(asked)))
					return void notes.take(failed("permission-refused", { about: new URL(asked[0] ?? "").hostname }));
				const change = {
					id: source.id,
					// A feed's own may be longer than one may be given.
					...(title !== source.title && { title: title.trim() }),
					...(moved && { url: url.href }),
					...(turned && { fullText }),
					...(!isSameRetention(retention, source.retention) && { retention: hasOwn ? retention : null }),
				};
				if (!notes.take(await send("editSource", change))) return;
				editing.value = null;
				notes.tell("Saved.");
			});
		},
		async remove(source) {
			const saved = await activity.countSaved(source.id);
			if (!notes.take(await send("removeSource", { id: source.id }))) return;
			const stays = saved === 1 ? "stays" : "stay";
			const staying = saved > 0 ? ` ${countOf(saved, "saved article")} ${stays}.` : "";
			notes.tell(`${source.title} was removed.${staying}`, {
				label: "Undo",
				act: () => void restore(source),
			});
		},
	};
}
