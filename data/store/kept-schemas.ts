import * as v from "valibot";
import { count, text, time } from "../model/schema-parts";
import { headlineSchema, ruleSchema, sourceSchema } from "../model/schemas";
import { articleSchema, fullTextSchema } from "../model/text-schemas";
import type { Shelf } from "./archive-schema";
import { isWholeShelf } from "./shelf";

const names = v.exactOptional(v.array(text));

/** What the rules say of a headline. */
export const verdictSchema = v.object({ mutedBy: names, watchedBy: names });

const newsSchema = v.object({ id: text, at: time });

const judgedSchema = v.union([
	v.literal("all"),
	v.object({ after: v.nullable(v.tuple([v.number(), v.string()])) }),
]);

/** What each record of a store has to be; pictures are what their pages take them for. */
export const KEPT_SCHEMAS = {
	headlines: v.intersect([
		headlineSchema,
		v.object({
			age: time,
			seenAt: time,
			link: v.exactOptional(v.string()),
			broughtAt: v.exactOptional(time),
		}),
		verdictSchema,
	]),
	articles: articleSchema,
	shelves: v.custom<Shelf>(isWholeShelf),
	revisions: v.object({ headline: text, seenAt: time, title: v.string(), html: v.exactOptional(v.string()) }),
	removed: v.object({
		id: text,
		source: sourceSchema,
		removedAt: time,
		former: v.exactOptional(v.literal(true)),
	}),
	joining: v.intersect([sourceSchema, v.object({ replaces: v.exactOptional(v.literal(true)) })]),
	news: newsSchema,
	notifications: v.object({ id: text, at: time, news: v.array(newsSchema) }),
	meta: v.object({
		revision: count,
		headlinesChangedIn: count,
		restartedAt: time,
		popupOpenedAt: v.exactOptional(time),
		judged: v.exactOptional(v.record(v.string(), judgedSchema)),
		owed: v.exactOptional(
			v.object({ sources: v.array(sourceSchema), settings: v.looseObject({}), rules: v.array(ruleSchema) }),
		),
		lacksEdition: v.exactOptional(v.literal(true)),
	}),
	icons: v.object({
		id: text,
		said: v.exactOptional(v.string()),
		png: v.exactOptional(v.string()),
		again: v.exactOptional(time),
	}),
	fullTexts: fullTextSchema,
	places: v.object({
		id: text,
		at: time,
		read: v.exactOptional(v.number()),
		heard: v.exactOptional(v.record(v.string(), v.number())),
	}),
} satisfies Record<string, v.GenericSchema>;

/** A store whose records are checked. */
export type CheckedStore = keyof typeof KEPT_SCHEMAS;
