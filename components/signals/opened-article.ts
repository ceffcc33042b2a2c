import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { HeadlineId, Mark } from "@/data/model/headline";
import { failed } from "@/data/model/trouble";
import type { ArticlePage } from "@/data/store/read-article";
import type { Followed } from "./follow";
import { createFullText, type FullTextReading, type PageAccess } from "./full-text";
import type { Send } from "./headline-list";
import { isNewer, keepReading } from "./newer-article";
import type { Notes } from "./notes";

/** What the reader shows beside the list. */
export type Opened =
	| { state: "none" }
	| { state: "loading" }
	| { state: "missing" }
	| { state: "open"; kept: ArticlePage };

/** What opening an article needs. */
export interface OpeningParts {
	front: Followed<"textsAt" | "sources">;
	/** The headline that is to be open. */
	current: ReadonlySignal<HeadlineId | undefined>;
	readArticle(id: HeadlineId): Promise<ArticlePage | undefined>;
	send: Send;
	notes: Notes;
	access: PageAccess;
}

/** The article that is open, which stays as it was opened until somebody asks for more. */
export interface OpenedArticle {
	/** With what its source gave. */
	readonly opened: ReadonlySignal<Opened>;
	/** The open article as its source gave it, whatever its page has. */
	readonly given: ReadonlySignal<ArticlePage | undefined>;
	readonly fullText: FullTextReading & { readonly isPutAway: ReadonlySignal<boolean> };
	/** Whether it has changed since it was opened. */
	readonly hasChanged: ReadonlySignal<boolean>;
	/** Shows it as it is now. */
	showNewest(): void;
	/** Notes what was done with a headline, where that is the one that is open. */
	note(id: HeadlineId, done: (mark: Mark) => Mark): void;
}

/** Opens the headline that is to be open; `onOpen` is called once it is. */
export function openArticle(parts: OpeningParts, onOpen: (kept: ArticlePage) => void): OpenedArticle {
	const { front, current, readArticle, send, notes, access } = parts;
	const opened = signal<Opened>({ state: "none" });
	/** The open one as it was kept when that was last read, which may say something else by now. */
	const latest = signal<ArticlePage | undefined>(undefined);
	const given = computed(() => (opened.value.state === "open" ? opened.value.kept : undefined));

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
	const fullText = createFullText({ kept: given, reload: (id) => load(id, true), send, access });
	const hasChanged = computed(() => {
		const [kept, now] = [given.value, latest.value];
		if (kept === undefined || now?.headline.id !== kept.headline.id) return false;
		// What is being fetched is shown when it is there.
		return fullText.state.value.kind !== "fetching" && isNewer(kept, now);
	});

	effect(() => {
		const id = current.value;
		opened.value = id === undefined ? { state: "none" } : { state: "loading" };
		if (id === undefined) return;
		void load(id).then(() => {
			const kept = given.peek();
			if (kept?.headline.id === id) onOpen(kept);
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
		opened,
		given,
		fullText,
		hasChanged,
		showNewest() {
			const [kept, now] = [given.value, latest.value];
			if (kept && now && hasChanged.value)
				opened.value = { state: "open", kept: { ...now, mark: kept.mark } };
		},
		note(id, done) {
			const kept = given.peek();
			if (kept?.headline.id === id)
				opened.value = { state: "open", kept: { ...kept, mark: done(kept.mark) } };
		},
	};
}
