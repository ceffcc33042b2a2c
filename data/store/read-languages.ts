import type { HeadlineId } from "../model/headline";
import { withArchive } from "./database";

/** Reads the languages that headlines' texts are declared to be in, for a page: BCP 47 tags, for those that say one. */
export function readLanguages(ids: readonly HeadlineId[]): Promise<Map<HeadlineId, string>> {
	return withArchive(async (archive) => {
		const articles = archive.transaction("articles").objectStore("articles");
		const kept = await Promise.all(ids.map((id) => articles.get(id)));
		return new Map(kept.flatMap((article) => (article?.language ? [[article.id, article.language]] : [])));
	});
}
