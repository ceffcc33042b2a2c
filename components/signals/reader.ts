import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { HeadlineId, Mark } from "@/data/model/headline";
import { applyAct, type MarkAct } from "@/data/model/mark";
import { failed } from "@/data/model/trouble";
import type { ArticlePage } from "@/data/store/read-article";
import type { ArticleMedia } from "./article-media";
import { asRead } from "./as-read";
import type { Followed } from "./follow";
import { createFullText, type FullTextReading, type PageAccess } from "./full-text";
import type { HeadlineList, Send } from "./headline-list";
import { isNewer, keepReading } from "./newer-article";
import type { Notes } from "./notes";
import type { Route } from "./route";
import { letOpenStay } from "./stay-listed";
import { createWalk, type Walk } from "./walk";

/** What the reader shows beside the list. */
export type Opened =
	| { state: "none" }
	| { state: "loading" }
	| { state: "missing" }
	| { state: "open"; kept: ArticlePage };

/** The reader: a list, and the article that the address names. */
export interface Reader {
	readonly list: HeadlineList;
	readonly opened: ReadonlySignal<Opened>;
	/** The open article as its source gave it, whatever its page has. */
	readonly given: ReadonlySignal<ArticlePage | undefined>;
	/** Whether the open article has changed since it was opened. What is being read stays as it is. */
	readonly hasChanged: ReadonlySignal<boolean>;
	/** Shows it as it is now. */
	showNewest(): void;
	readonly current: ReadonlySignal<HeadlineId | undefined>;
	readonly mark: ReadonlySignal<Mark>;
	readonly fullText: FullTextReading;
	/** The headlines before and after the open one, in the list as it is filtered. */
	readonly neighbours: Walk["neighbours"];
	/** Finds the headline that a step through the list leads to. */
	readonly find: Walk["find"];
	toggleSaved(): Promise<void>;
	toggleRead(): Promise<void>;
}

interface ReaderParts {
	front: Followed<"textsAt" | "sources">;
	list: HeadlineList;
	route: ReadonlySignal<Route>;
	readArticle(id: HeadlineId): Promise<ArticlePage | undefined>;
	send: Send;
	notes: Notes;
	access: PageAccess;
	media: Pick<ArticleMedia, "askToKeep">;
	/** Milliseconds since 1970. */
	clock: () => number;
}

/** Makes the reader. Opening a headline marks it read. */
export function createReader(parts: ReaderParts): Reader {
	const { front, list, route, readArticle, send, notes, access, media, clock } = parts;
	/** What is open, with what the source gave. */
	const opened = signal<Opened>({ state: "none" });
	const current = computed(() => (route.value.room === "article" ? route.value.id : undefined));
	letOpenStay(list, route);
	const walk = createWalk(list, current);
	const mark = computed<Mark>(() => {
		const id = current.value;
		const kept = opened.value.state === "open" ? opened.value.kept.mark : {};
		return (id && list.marks.value[id]) || kept;
	});

	/** The open one as it was kept when that was last read, which may say something else by now. */
	const latest = signal<ArticlePage | undefined>(undefined);

	/** One that is let go of a source that was removed stays, and can be saved again. */
	const renewed = (before: ArticlePage, now: ArticlePage, isAsked: boolean): ArticlePage => {
		const kept = keepReading(before, now, isAsked);
		fullText.renew(before, kept);
		return kept;
	};
	/** Reads one that is opened, or that is open already; with `isAsked`, its whole text was asked for. */
	const load = async (id: HeadlineId, isAsked = false) => {
		try {
			const read = await readArticle(id);
			const before = given.peek();
			const kept = before?.headline.id === id ? renewed(before, read ?? before, isAsked) : read;
			if (current.value !== id) return;
			opened.value = kept ? { state: "open", kept } : { state: "missing" };
			latest.value = read;
		} catch (cause) {
			console.error("An article could not be read.", cause);
			// What is open stays as it was read before.
			if (current.value !== id || given.peek()?.headline.id === id) return;
			notes.take(failed("storage-unreadable"));
			opened.value = { state: "none" };
		}
	};
	const given = computed(() => (opened.value.state === "open" ? opened.value.kept : undefined));
	const fullText = createFullText({
		kept: given,
		reload: (id) => load(id, true),
		send,
		access,
	});
	const hasChanged = computed(() => {
		const [kept, now] = [given.value, latest.value];
		if (kept === undefined || now?.headline.id !== kept.headline.id) return false;
		// What is being fetched is shown when it is there.
		return fullText.state.value.kind !== "fetching" && isNewer(kept, now);
	});
	const act = async (name: MarkAct) => {
		const id = current.value;
		// By the list, which may show it among what the front doesn't hold. What is being read stays as it is.
		if (!id || !(await list.mark([id], name))) return;
		const kept = given.peek();
		if (kept?.headline.id === id)
			opened.value = { state: "open", kept: { ...kept, mark: applyAct(kept.mark, name, clock()) } };
	};

	effect(() => {
		const id = current.value;
		if (id === undefined) {
			opened.value = { state: "none" };
			return;
		}
		opened.value = { state: "loading" };
		void load(id).then(() => {
			if (current.value !== id || opened.value.state !== "open") return;
			void walk.reach(opened.value.kept.headline);
			return act("read");
		});
	});

	effect(() => {
		front.textsAt.value;
		const kept = given.peek();
		if (kept) void load(kept.headline.id);
	});

	effect(() => {
		// A source that comes back brings its headlines with it.
		front.sources.value;
		const id = current.peek();
		if (id !== undefined && opened.peek().state === "missing") void load(id);
	});

	return {
		list,
		opened: computed(() =>
			opened.value.state === "open"
				? { state: "open", kept: asRead(opened.value.kept, !fullText.isPutAway.value) }
				: opened.value,
		),
		given,
		hasChanged,
		showNewest() {
			const now = latest.value;
			if (now && hasChanged.value) opened.value = { state: "open", kept: { ...now, mark: mark.value } };
		},
		current,
		mark,
		fullText,
		neighbours: walk.neighbours,
		find: walk.find,
		toggleSaved: async () => {
			const id = current.value;
			if (id === undefined) return;
			if (mark.value.saved !== undefined) return act("unsaved");
			const keepPictures = media.askToKeep(id);
			await act("saved");
			await keepPictures();
		},
		toggleRead: () => act(mark.value.read === undefined ? "read" : "unread"),
	};
}
