import * as v from "valibot";
import { type PageArticle, readPage, type Wanted } from "../formats/page/read-page";
import { type Outcome, TROUBLE_CODES } from "../model/trouble";
import { parseInert } from "./inert";

/** A page, and what is wanted of it. */
export interface FetchedPage extends Wanted {
	html: string;
}

/** Takes the article out of a page, or answers why there is none. */
export type Extract = (page: FetchedPage) => Promise<Outcome<PageArticle>>;

/** A {@link FetchedPage} as a message holds it. */
export const fetchedPageSchema: v.GenericSchema<unknown, FetchedPage> = v.object({
	html: v.string(),
	asked: v.string(),
	url: v.string(),
	title: v.string(),
	summary: v.string(),
});

/** What {@link Extract} answers, as a message holds it. */
export const extractedSchema: v.GenericSchema<unknown, Outcome<PageArticle>> = v.variant("ok", [
	v.object({
		ok: v.literal(true),
		value: v.object({
			html: v.string(),
			author: v.exactOptional(v.string()),
			language: v.exactOptional(v.string()),
		}),
	}),
	v.object({ ok: v.literal(false), trouble: v.object({ code: v.picklist(TROUBLE_CODES) }) }),
]);

/** Takes the article out of a page in this very context, which has to have a DOM. */
export const extractHere: Extract = async ({ html, ...wanted }) => readPage(parseInert(html), wanted);
