import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { HeadlineId, Marks } from "@/data/model/headline";
import type { MarkAct } from "@/data/model/mark";
import { composePage, headlinesOf, type Story } from "../ticker/front-page-stories";
import { countOf } from "../words/count";
import type { Followed } from "./follow";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";

/** A front page: still, finite, and renewed only when the user asks for it. */
export interface FrontPage {
	/** What it was composed of, without what has been muted or given up since. */
	readonly stories: ReadonlySignal<readonly Story[]>;
	/** Another one each time that the page is composed. */
	readonly edition: ReadonlySignal<unknown>;
	/** How many stories that didn't fit are unread still. */
	readonly more: ReadonlySignal<number>;
	/** How many headlines are unread that are older than all that the page is composed of. */
	readonly older: ReadonlySignal<number>;
	/** How many headlines have come in since the page was composed. */
	readonly arrived: ReadonlySignal<number>;
	/** How many headlines the user's rules hide. */
	readonly hidden: ReadonlySignal<number>;
	/** Whether there is no headline at all, read or not. */
	readonly isEmpty: ReadonlySignal<boolean>;
	readonly marks: ReadonlySignal<Marks>;
	/** When the next look at the sources is due, in milliseconds since 1970; null where none is. */
	readonly nextLookAt: ReadonlySignal<number | null>;
	/** Composes the page anew. */
	renew(): void;
	/** Marks all that the page tells as read, and offers to undo it; then shows what there is next. */
	markRead(): Promise<void>;
	/** Marks a story as read, or as unread again. */
	toggleRead(story: Story): Promise<void>;
	/** Marks a story as read that is opened elsewhere. */
	opened(story: Story): void;
	/** Saves a story's headline, or gives it up again. */
	toggleSaved(story: Story): Promise<void>;
}

/** Makes the front page of a page. */
export function createFrontPage(
	front: Followed<"headlines" | "marks" | "sources" | "nextLookAt" | "ticker">,
	send: Send,
	notes: Notes,
	now: () => number,
): FrontPage {
	const compose = (marks = front.marks.value) => ({
		...composePage(front.headlines.value, marks, front.sources.value, now()),
		of: new Set(front.headlines.value.map(({ id }) => id)),
	});
	const page = signal(compose());
	const marks = front.marks;
	const isRead = (id: HeadlineId) => marks.value[id]?.read !== undefined;
	const onFront = computed(() => new Set(front.headlines.value.map(({ id }) => id)));
	const isOnFront = ({ headline }: Story) => onFront.value.has(headline.id);
	const hasRead = (story: Story) => headlinesOf(story).some(({ id }) => isRead(id));

	const act = async (ids: HeadlineId[], done: MarkAct, words: string) => {
		if (notes.take(await send("mark", { ids, act: done }))) notes.tell(words);
	};

	return {
		stories: computed(() => page.value.stories.filter(isOnFront)),
		edition: page,
		more: computed(() => page.value.rest.filter((story) => isOnFront(story) && !hasRead(story)).length),
		older: computed(() => front.ticker.value.older),
		arrived: computed(() => {
			const { of } = page.value;
			return front.headlines.value.filter(({ id }) => !of.has(id) && !isRead(id)).length;
		}),
		hidden: computed(() => front.ticker.value.hidden ?? 0),
		isEmpty: computed(() => front.headlines.value.length === 0),
		marks,
		nextLookAt: front.nextLookAt,
		renew() {
			page.value = compose();
		},
		async markRead() {
			const before = page.value;
			const told = before.stories.flatMap(headlinesOf).map(({ id }) => id);
			const changed = notes.take(await send("mark", { ids: told, act: "read" }));
			if (!changed) return;
			const undo = async () => {
				if (!notes.take(await send("mark", { ids: changed, act: "unread" }))) return;
				batch(() => {
					page.value = before;
					notes.tell("Unread again.");
				});
			};
			// The answer may be here before the marks are.
			const read = Object.fromEntries(told.map((id) => [id, { ...marks.value[id], read: now() }]));
			batch(() => {
				page.value = compose({ ...marks.value, ...read });
				notes.tell(`${countOf(before.stories.length, "story", "stories")} marked read.`, {
					label: "Undo",
					act: () => void undo(),
				});
			});
		},
		toggleRead(story) {
			const read = hasRead(story);
			const ids = headlinesOf(story).map(({ id }) => id);
			return act(ids, read ? "unread" : "read", read ? "Unread again." : "Marked read.");
		},
		opened(story) {
			void send("mark", { ids: headlinesOf(story).map(({ id }) => id), act: "read" });
		},
		toggleSaved({ headline: { id } }) {
			const saved = marks.value[id]?.saved !== undefined;
			return act([id], saved ? "unsaved" : "saved", saved ? "No longer saved." : "Saved.");
		},
	};
}
