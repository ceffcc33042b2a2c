import { Builder } from "./builder";
import { Entities } from "./entities";
import { isOfFeeds } from "./nesting";
import type { Pieces } from "./pieces";
import { scan } from "./scan";
import { Spellings } from "./spellings";
import { decodeEntities, type Element } from "./tree";

/**
 * Reads XML, however broken, into a tree under a nameless element; never throws. What is unclosed is closed,
 * what closes nothing is ignored, names are in lower case and under the prefixes of `names.ts`.
 *
 * Items are handed over one by one as they close, and are no part of the tree: of a large feed, only one is in
 * memory at a time, which halves the time that collecting garbage takes.
 */
export function parseXml(pieces: Pieces, onItem: (item: Element) => void): Element {
	const entities = new Entities();
	const builder = new Builder(onItem);
	const names = new Spellings();
	scan(pieces, {
		open: (source, start, end, attributes, selfClosing) => {
			for (const attribute of attributes) {
				attribute.name = names.lower(attribute.name);
				attribute.value = decodeEntities(entities.expand(attribute.value));
			}
			builder.open(names.tag(source, start, end), attributes, selfClosing);
		},
		close: (source, start, end) => {
			if (!builder.closeLast(source, start, end)) builder.close(names.lower(source.slice(start, end)));
		},
		isSureTag: (source, start, end) => isOfFeeds(names.lower(source.slice(start, end))),
		text: (source, start, end) => builder.text(entities.expand(source.slice(start, end))),
		cdata: (source, start, end) => builder.text({ cdata: source.slice(start, end) }),
		declaration: (source, start, end) => entities.learn(source.slice(start, end)),
	});
	builder.end();
	return builder.top;
}
