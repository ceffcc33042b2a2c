import { computed, type ReadonlySignal } from "@preact/signals";
import type { HeadlineId, Mark } from "@/data/model/headline";
import { applyAct, type MarkAct } from "@/data/model/mark";
import type { ArticleMedia } from "./article-media";
import { asRead } from "./as-read";
import type { HeadlineList } from "./headline-list";
import { type OpenedArticle, type OpeningParts, openArticle } from "./opened-article";
import type { Route } from "./route";
import { letOpenStay } from "./stay-listed";
import { createWalk, type Walk } from "./walk";

/** The reader: a list, and the article that the address names. */
export interface Reader
	extends Pick<OpenedArticle, "opened" | "given" | "fullText" | "hasChanged" | "showNewest"> {
	readonly list: HeadlineList;
	readonly current: ReadonlySignal<HeadlineId | undefined>;
	readonly mark: ReadonlySignal<Mark>;
	/** The headlines before and after the open one, in the list as it is filtered. */
	readonly neighbours: Walk["neighbours"];
	/** Finds the headline that a step through the list leads to. */
	readonly find: Walk["find"];
	toggleSaved(): Promise<void>;
	toggleRead(): Promise<void>;
}

interface ReaderParts extends Omit<OpeningParts, "current"> {
	list: HeadlineList;
	route: ReadonlySignal<Route>;
	media: Pick<ArticleMedia, "askToKeep">;
	/** Milliseconds since 1970. */
	clock: () => number;
}

/** Makes the reader. Opening a headline marks it read. */
export function createReader(parts: ReaderParts): Reader {
	const { list, route, media, clock } = parts;
	const current = computed(() => (route.value.room === "article" ? route.value.id : undefined));
	letOpenStay(list, route);
	const walk = createWalk(list, current);
	const act = async (name: MarkAct) => {
		const id = current.value;
		// By the list, which may show it among what the front doesn't hold. What is being read stays as it is.
		if (id && (await list.mark([id], name))) article.note(id, (mark) => applyAct(mark, name, clock()));
	};
	const article = openArticle({ ...parts, current }, ({ headline }) => {
		void walk.reach(headline);
		void act("read");
	});
	const { opened, given, fullText } = article;
	const mark = computed<Mark>(() => {
		const id = current.value;
		return (id && list.marks.value[id]) || given.value?.mark || {};
	});

	return {
		list,
		opened: computed(() =>
			opened.value.state === "open"
				? { state: "open", kept: asRead(opened.value.kept, !fullText.isPutAway.value) }
				: opened.value,
		),
		given,
		hasChanged: article.hasChanged,
		showNewest: article.showNewest,
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
