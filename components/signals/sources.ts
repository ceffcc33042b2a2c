import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { SourceId } from "@/data/model/headline";
import { isSameRetention, type Retention } from "@/data/model/retention";
import type { Poll, Source } from "@/data/model/source";
import { failed } from "@/data/model/trouble";
import { hostOf, waitingHosts } from "@/data/refresh/due";
import type { Activity } from "@/data/store/read-activity";
import { foundAmong } from "../sources/found-sources";
import { type Order, orderEntries } from "../sources/order";
import { pagesOf } from "../sources/pages-of";
import { byName } from "../words/by-name";
import { countOf } from "../words/count";
import { type AskingParts, createAsking } from "./ask-sources";
import type { Followed } from "./follow";
import type { Access } from "./follow-feed";
import { followActivity, type ReadActivity } from "./source-activity";
import type { Work } from "./work";

/** A source with all that is known of it. */
export interface SourceEntry {
	source: Source;
	poll: Poll | undefined;
	/** Until when its host has asked, through any of its feeds, to be left alone, in milliseconds since 1970. */
	waitsUntil: number | undefined;
	activity: Activity | undefined;
}

/** What the form of a source changes. */
export interface SourceChange {
	title: string;
	address: string;
	/** What it is grouped under; blank where it is in no group. */
	group: string;
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
	/** What is looked for among them, and those that have it. */
	readonly query: Signal<string>;
	readonly found: ReadonlySignal<SourceEntry[]>;
	/** The names of the groups that there are, in their order. */
	readonly groups: ReadonlySignal<string[]>;
	/** Feeds that wait for the user's permission. */
	readonly waiting: ReadonlySignal<Source[]>;
	/** The source that is being edited. */
	readonly editing: Signal<SourceId | null>;
	allow(sources: Source[]): Promise<void>;
	refresh(source: Source): Promise<void>;
	setPaused(source: Source, paused: boolean): Promise<void>;
	/**
	 * Gives a source another title, address or group, or has its pages read too; of a new address it says what comes
	 * from there. Must be called within a click.
	 */
	edit(source: Source, change: SourceChange): Promise<void>;
	/** Removes a source, which can be undone; of one with saved articles it says that they stay. */
	remove(source: Source): Promise<void>;
}

interface SourcesParts extends AskingParts {
	front: Followed<"headlines" | "sources" | "polls">;
	work: Work;
	access: Access;
	readActivity: ReadActivity;
	/** Whether the sources are being looked at. */
	isShown: ReadonlySignal<boolean>;
}

/** That the user hasn't let the sites of some addresses be read. */
function refused(addresses: readonly string[]) {
	const [host = "", ...others] = new Set(addresses.map((address) => new URL(address).hostname));
	return failed("permission-refused", { about: others.length === 0 ? host : "these sites" });
}

/** Makes the model of the sources. */
export function createSources(parts: SourcesParts): Sources {
	const { front, send, notes, work, access, readActivity, isShown, clock } = parts;
	const ask = createAsking(parts);
	const order = signal<Order>("trouble");
	const query = signal("");
	const editing = signal<SourceId | null>(null);
	const activity = followActivity(front, readActivity, isShown, notes);

	const entries = computed(() => {
		const all = front.sources.value;
		const polls = front.polls.value;
		const hosts = waitingHosts(all, polls, clock());
		return orderEntries(
			all.map((source) => ({
				source,
				poll: polls[source.id],
				waitsUntil: hosts.get(hostOf(source)),
				activity: activity.known.value[source.id],
			})),
			order.value,
		);
	});

	const restore = async (source: Source) => {
		if (notes.take(await send("restoreSource", { id: source.id }))) notes.tell(`${source.title} is back.`);
	};
	const refresh = (source: Source) => work.during(`Asking ${source.title}…`, () => ask([source]));
	return {
		entries,
		order,
		query,
		found: computed(() => foundAmong(entries.value, query.value)),
		groups: computed(() =>
			[...new Set(front.sources.value.flatMap(({ group }) => group || []))].sort(byName.compare),
		),
		editing,
		waiting: computed(() =>
			entries.value.filter(({ poll }) => poll?.outcome === "permission-needed").map(({ source }) => source),
		),
		async allow(sources) {
			await work.during("Refreshing…", async () => {
				const addresses = sources.flatMap((source) => source.url ?? []);
				if (await access.askAccess(addresses)) await ask(sources);
				else notes.take(refused(addresses));
			});
		},
		refresh,
		async setPaused(source, paused) {
			if (notes.take(await send("pauseSource", { id: source.id, paused })))
				notes.tell(paused ? `${source.title} is paused.` : `${source.title} is followed again.`);
		},
		async edit(source, { title, address, group, fullText, retention }) {
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
				if (asked.length > 0 && !(await access.askAccess(asked))) return void notes.take(refused(asked));
				const change = {
					id: source.id,
					// A feed's own may be longer than one may be given.
					...(title !== source.title && { title: title.trim() }),
					...(moved && { url: url.href }),
					...(group !== (source.group ?? "") && { group: group.trim() || null }),
					...(turned && { fullText }),
					...(!isSameRetention(retention, source.retention) && { retention: hasOwn ? retention : null }),
				};
				const edited = notes.take(await send("editSource", change));
				if (!edited) return;
				editing.value = null;
				// Whether there is a feed at its new address only an answer tells.
				if (moved && !edited.paused) await refresh(edited);
				else notes.tell("Saved.");
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
