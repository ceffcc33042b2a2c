import type { HeadlineId } from "@/data/model/headline";
import { languagesOf } from "@/data/model/headline-languages";
import type { Row } from "../headlines/rows";
import type { HeadlineList } from "./headline-list";

/** A headline of a briefing. */
export interface Briefed {
	row: Row;
	/** A BCP 47 tag; empty where nobody knows. */
	language: string;
}

/** What a briefing is made of. */
export interface Briefing {
	/**
	 * The unread headlines of the list, newest first, 100 at most, however far down they are. It stops looking when
	 * they aren't wanted any more.
	 */
	gather(isWanted: () => boolean): Promise<Briefed[]>;
}

interface BriefingParts {
	list: Pick<HeadlineList, "rows" | "unread" | "hasMore" | "listMore">;
	/** Reads the languages that headlines declare, as BCP 47 tags. */
	readLanguages: (ids: readonly HeadlineId[]) => Promise<ReadonlyMap<HeadlineId, string>>;
	detectLanguage: (text: string) => Promise<string | undefined>;
}

/** A briefing that is longer is none: at the usual speed this many headlines take about ten minutes. */
const MAX_HEADLINES = 100;
/** So many pages in a row without a headline, as where storage can't be read, and it looks no further. */
const MAX_EMPTY_PAGES = 25;

/** Makes what gathers a briefing. */
export function createBriefing({ list, readLanguages, detectLanguage }: BriefingParts): Briefing {
	const unread = () => list.rows.peek().filter(({ mark }) => mark.read === undefined);
	const listEnough = async (isWanted: () => boolean) => {
		let empty = 0;
		while (isWanted() && list.hasMore.peek() && empty < MAX_EMPTY_PAGES) {
			if (unread().length >= Math.min(MAX_HEADLINES, list.unread.peek())) return;
			const before = list.rows.peek().length;
			await list.listMore();
			empty = list.rows.peek().length > before ? 0 : empty + 1;
		}
	};
	const warned = (cause: unknown) => void console.warn("The language of headlines could not be told.", cause);
	return {
		async gather(isWanted) {
			await listEnough(isWanted);
			const rows = unread().slice(0, MAX_HEADLINES);
			const headlines = rows.map(({ headline }) => headline);
			const declared = await readLanguages(headlines.map(({ id }) => id)).catch(warned);
			const languages = await languagesOf(headlines, {
				declared: declared ?? new Map(),
				detect: async (text) => (await detectLanguage(text).catch(warned)) ?? undefined,
			});
			return rows.map((row) => ({ row, language: languages.get(row.headline.id) ?? "" }));
		},
	};
}
